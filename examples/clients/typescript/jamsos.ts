// A client of jamsos that needs nothing but Node: over lines, or over HTTP.
// Node 22.18 and later runs this file as it is; for older ones tsc takes the types off.

import { spawn, type ChildProcessByStdio } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { AnswerReply, ErrorReply, Question } from "./jamsos_types.ts";

/** Why a question was not answered: the place, what is allowed, and the next step. */
export class NotAnswered extends Error {
  readonly reply: ErrorReply;

  constructor(reply: ErrorReply) {
    super(`${reply.thing ?? ""}: ${reply.next_step ?? reply.error}`);
    this.reply = reply;
  }
}

function answerOf(reply: AnswerReply | ErrorReply): AnswerReply {
  if ("error" in reply) throw new NotAnswered(reply);
  return reply;
}

/** One process for many questions; a question a line, a reply a line, in the same order. */
export class Lines {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #replies: Interface;
  readonly #waiting: { resolve: (line: string) => void; reject: (error: Error) => void }[] = [];

  constructor(command: [string, ...string[]] = ["jamsos", "answer"]) {
    const [program, ...options] = command;
    this.#process = spawn(program, options, { stdio: ["pipe", "pipe", "inherit"] });
    this.#replies = createInterface({ input: this.#process.stdout });
    this.#replies.on("line", (line) => this.#waiting.shift()?.resolve(line));
    this.#replies.on("close", () => this.#fail(new Error("jamsos gave no reply")));
    this.#process.on("error", (error) => this.#fail(error));
    // A process that has ended is told by its closed output, above.
    this.#process.stdin.on("error", () => {});
  }

  async ask(question: Question): Promise<AnswerReply> {
    const line = new Promise<string>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    });
    this.#process.stdin.write(JSON.stringify(question) + "\n");
    return answerOf(JSON.parse(await line));
  }

  close(): void {
    this.#process.stdin.end();
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

/** A service that was started with `jamsos serve`. */
export class Http {
  readonly #base: string;
  readonly #headers: Record<string, string>;

  constructor(base: string, key?: string) {
    this.#base = base.replace(/\/$/, "");
    this.#headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  }

  async ask(question: Question): Promise<AnswerReply> {
    const path = `/v1/questions/${question.question}`;
    return answerOf(JSON.parse(await this.#sent(path, "application/json", JSON.stringify(question))));
  }

  /** Ask some hundreds of questions at once; a bad one has an error object as its reply. */
  async batch(questions: Question[]): Promise<(AnswerReply | ErrorReply)[]> {
    const lines = questions.map((question) => JSON.stringify(question)).join("\n");
    const body = await this.#sent("/v1/lines", "application/jsonl", lines);
    return body.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  }

  async #sent(path: string, kind: string, body: string): Promise<string> {
    const headers = { "content-type": kind, ...this.#headers };
    // A problem says what was wrong, in the same words as the lines do.
    const reply = await fetch(this.#base + path, { method: "POST", headers, body });
    return reply.text();
  }
}
