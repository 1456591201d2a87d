// Reads the iCalendar files of a folder with ical.js, the parser of Thunderbird, and writes for each a line of JSON: what it saw and what it
// found wrong. Without a folder it only says, by ending with 3, whether ical.js is missing here (or another version than package.json's).
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const missing = 3;

async function installed() {
  try {
    const json = path => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
    const [wanted, found] = [json("package.json").dependencies["ical.js"], json("node_modules/ical.js/package.json").version];
    if (wanted !== found) throw new Error(`ical.js is ${found}, not ${wanted}`);
    return (await import("ical.js")).default;
  } catch (error) {
    console.error(`${error.message} (npm ci in tests/calendar-readers)`);
    process.exit(missing);
  }
}

const ICAL = await installed();
ICAL.design.strict = true;

const instant = time => time.toJSDate().toISOString().replace(".000Z", "Z");
const text = (event, name) => event.getFirstPropertyValue(name) ?? null;

function seen(event, errors) {
  const [start, end] = ["dtstart", "dtend"].map(name => event.getFirstPropertyValue(name));
  if ([start, end].some(time => time.zone === ICAL.Timezone.localTimezone)) errors.push(`${text(event, "uid")}: a time without a zone`);
  return {
    uid: text(event, "uid"), start: instant(start), end: instant(end), summary: text(event, "summary"), location: text(event, "location"),
    description: text(event, "description"), status: text(event, "status"), categories: event.getFirstProperty("categories")?.getValues().join(",") ?? null,
  };
}

function read(raw) {
  const errors = [];
  try {
    const parsed = ICAL.parse(raw);
    if (parsed[0] !== "vcalendar") errors.push("not one calendar");
    return { events: new ICAL.Component(parsed).getAllSubcomponents("vevent").map(event => seen(event, errors)), errors };
  } catch (error) {
    return { events: [], errors: [`${error.name}: ${error.message}`] };
  }
}

const folder = process.argv[2];
for (const file of folder === undefined ? [] : readdirSync(folder).filter(name => name.endsWith(".ics")).sort())
  console.log(JSON.stringify({ file, ...read(readFileSync(join(folder, file), "utf8")) }));
