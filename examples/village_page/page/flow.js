// Which question comes next: questions.json says of each when it is asked.

// The questions of a task, those about each child once for each, as far as they are asked.
export function asked(questions, answers) {
    const list = [];
    const each = questions.filter((question) => question.each);
    for (const question of questions) {
        if (!question.each) {
            if (isAsked(question, answers, "")) list.push({ ...question, key: question.id });
        } else if (question === each[0]) {
            list.push(...ofChildren(each, answers));
        }
    }
    return list;
}

function ofChildren(each, answers) {
    const list = [];
    const count = Number(answers[each[0].each] ?? 0);
    for (let child = 1; child <= count; child += 1) {
        const prefix = `child${child}.`;
        for (const question of each) {
            if (isAsked(question, answers, prefix)) list.push({ ...question, key: prefix + question.id, child });
        }
    }
    return list;
}

function isAsked(question, answers, prefix) {
    if (question.only_if_missing) return question.id in answers;
    const was = ([id, values]) => {
        const key = prefix && `${prefix}${id}` in answers ? prefix + id : id;
        return key in answers && values.includes(answers[key]);
    };
    return Object.entries(question.when ?? {}).every(was) && !Object.entries(question.unless ?? {}).some(was);
}

// The answers that still belong to questions asked; an answer changed may make others fall away.
export function kept(questions, answers) {
    let before = answers;
    for (;;) {
        const keys = new Set(asked(questions, before).map((question) => question.key));
        const entries = Object.entries(before).filter(([key]) => keys.has(key));
        if (entries.length === Object.keys(before).length) return before;
        before = Object.fromEntries(entries);
    }
}

export function nextOf(questions, answers) {
    return asked(questions, answers).find((question) => !(question.key in answers));
}

// A question by its key, also one that is asked only where its answer is missing.
export function questionOf(questions, key) {
    const [, child, id] = /^(?:child(\d+)\.)?(.+)$/.exec(key);
    const question = questions.find((one) => one.id === id && Boolean(one.each) === Boolean(child));
    return { ...question, key, child: child && Number(child) };
}
