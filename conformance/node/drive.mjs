// Runs cases with the JavaScript clients: a case per input line, an observation
// per output line. The harness copies these files beside the node_modules of
// one client generation, so that `import` finds that generation's packages.
import readline from "node:readline";

const families = {};
const load = (name) => (families[name] ??= import(`./drive_${name}.mjs`));

/** The names of an error's class and of everything it inherits from. */
function classes(error) {
  const names = [];
  for (let at = error; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    const name = at.constructor?.name;
    if (name && !names.includes(name)) names.push(name);
  }
  if (error?.name && !names.includes(error.name)) names.unshift(error.name);
  return names;
}

/** Drives one case and reports what was seen, whatever happens. */
async function run(oneCase) {
  const seen = { id: oneCase.id, texts: [] };
  const started = Date.now();
  const family = await load(oneCase.family);
  try {
    const call = family.calls[`${oneCase.protocol} ${oneCase.surface}`];
    if (!call) throw new Error(`no call for ${oneCase.protocol} ${oneCase.surface}`);
    for await (const text of call(oneCase)) seen.texts.push(text);
    seen.outcome = "ok";
  } catch (thrown) {
    const error = family.unwrap ? family.unwrap(thrown) : thrown;
    seen.outcome = "error";
    seen.classes = classes(error);
    if (error !== thrown) seen.wrapper = thrown.name;
    seen.text = String(thrown?.message ?? thrown);
    Object.assign(seen, family.describe(error));
  }
  seen.seconds = (Date.now() - started) / 1000;
  return seen;
}

const cases = [];
for await (const line of readline.createInterface({ input: process.stdin })) {
  if (line.trim()) cases.push(JSON.parse(line));
}
// Some clients leave a second promise rejected behind the error they report.
process.on("unhandledRejection", () => {});
const worker = async () => {
  for (let next = cases.shift(); next; next = cases.shift()) {
    process.stdout.write(JSON.stringify(await run(next)) + "\n");
  }
};
await Promise.all(Array.from({ length: Number(process.argv[2]) }, worker));
process.exit(0);
