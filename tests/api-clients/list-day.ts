// Lists the sessions of a day: node bin/list-day.js http://127.0.0.1:5080 meitheal-2027 2027-05-10
// The types of everything that is sent and answered come from the contract (npm run build).
import createClient from "openapi-fetch";
import type { components, paths } from "./bin/agenda.js";

type Session = components["schemas"]["AgendaSession"];

const [address, slug, day] = process.argv.slice(2);
if (address === undefined || slug === undefined || day === undefined) {
  console.error("Say an address, a conference and a day.");
  process.exit(2);
}

// What answers in several formats is asked for in JSON.
const client = createClient<paths, `application/${string}json`>({ baseUrl: address });
const { data, error, response } = await client.GET("/api/v1/conferences/{slug}/agenda", {
  params: { path: { slug }, query: { day: [day] } },
});
if (error) {
  console.error(`${response.status} ${error.code}: ${error.detail}`);
  process.exit(1);
}

console.log(`${data.title}, ${day}, release ${data.release}, times of ${data.timeZone}`);
for (const session of data.sessions) console.log(line(session));

function line({ start, end, code, title, type, room, chairs, status }: Session): string {
  const time = start && end ? `${start.slice(11, 16)}-${end.slice(11, 16)}` : "to be announced";
  const place = room ? `${room.name}${room.capacity === null ? "" : ` (${room.capacity} seats)`}` : "no room";
  const who = chairs.map((chair) => chair.name).join(", ") || "no chair";
  return `${time} ${code} ${title} [${type.name}] ${place}; ${who}${status === "cancelled" ? "; cancelled" : ""}`;
}
