// What a family receives, asked over lines and, where JAMSOS_URL names a service, over HTTP.

import { Http, Lines, NotAnswered } from "./jamsos.ts";
import type { DeathBenefitQuestion, PremiumQuestion } from "./jamsos_types.ts";

const death: DeathBenefitQuestion = {
  question: "death_benefit",
  worker: { kind: "independent", income: 900000 },
  participation: [
    {
      number_issued: "2026-08-10",
      payments: [
        { month: "2026-08", on: "2026-08-10" },
        { month: "2026-09", on: "2026-09-10" },
      ],
    },
  ],
  died_on: "2026-10-01",
  cause: "work_accident",
  accident_on: "2026-10-01",
};
const wrong: PremiumQuestion = { question: "premium", worker: {}, month: "2026-13" };

async function show(way: string, door: Lines | Http): Promise<void> {
  const answer = await door.ask(death);
  console.log(`${way}: ${answer.total_id}`); // Rp70.000.000
  try {
    await door.ask(wrong);
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    console.log(`${way}: ${error.message}`);
  }
}

const lines = new Lines();
await show("lines", lines);
lines.close();

const base = process.env.JAMSOS_URL;
if (base !== undefined) {
  const http = new Http(base, process.env.JAMSOS_API_KEY);
  await show("http", http);
  const replies = await http.batch([death, death, death]);
  const totals = replies.map((reply) => ("error" in reply ? reply.error : reply.total));
  console.log(`batch: [${totals.join(", ")}]`);
}
