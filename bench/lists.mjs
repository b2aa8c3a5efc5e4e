// Lists as they come: the same rows each time, messy on purpose, as small or as large as asked for.
import { closeSync, openSync, writeSync } from "node:fs";
import { deflateRawSync } from "node:zlib";

const COLUMNS = ["id", "name", "kind", "country", "admin1", "locality", "latitude", "longitude", "phone", "address", "hours", "description", "languages", "serves", "expires", "email", "notes"];
const TOWNS = [["MX", "Chiapas", "Tapachula", 14.9067, -92.2631], ["GT", "Petén", "Flores", 16.9283, -89.8922], ["HN", "Ocotepeque", "Nueva Ocotepeque", 14.4333, -89.1833], ["SV", "San Salvador", "San Salvador", 13.6894, -89.1872], ["CR", "San José", "San José", 9.9333, -84.0833], ["PA", "Panamá", "Ciudad de Panamá", 8.9936, -79.5197]];
// What is right, and what people write: one cell in eight is of the second kind, so that two rows of three have something wrong.
const CELLS = {
  kind: [["shelter", "comedor", "hospital", "legal", "albergue", "water", "education"], ["casa del migrante", "cosa rara", ""]],
  hours: [["L-V 08:00-17:00", "24/7", "lun a sáb 9-13 y 15-18", "Mo-Fr 08:00-16:00; PH off", ""], ["13:00pm", "8:00 AM a 25:00", "previa cita"]],
  phone: [["2233-4455", "+502 2233 4455", ""], ["5555 1234 / 2233-4455 ext 12", "llamar a Juana 5512-3456", "999"]],
  text: [["", "Abierto; \"siempre\"", "línea\nrota"], ["<b>Gratis</b> para todos", "Preguntar por doña Marta al 5512-3456 o marta.lopez@ejemplo.org", "=1+1", "\u202Ealrevés"]],
  languages: [["spa", "español, mam"], ["klingon"]], serves: [["families", "women|men", ""], ["todos"]],
  expires: [["", "2031-12-31"], ["31/12/2014", "2026-02-30"]], email: [["", "oficina@ejemplo.org"], ["x@"]],
};

/** The same numbers each time. */
export function dice(seed) {
  let state = seed >>> 0;
  return most => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 4294967296 * most); };
}

const pick = (list, roll) => list[roll(list.length)];

const SYLLABLES = ["la", "ce", "ta", "mi", "ro", "su", "pa", "xi", "gua", "lo", "que", "tal"];
const nameOf = number => `Centro ${[1, 12, 144, 1728, 20_736].map(power => SYLLABLES[Math.floor(number / power) % 12]).join("")}`;

function row(number, roll, filler) {
  const cell = name => pick(CELLS[name][roll(8) ? 0 : 1], roll);
  const [country, area, town, latitude, longitude] = pick(TOWNS, roll);
  let [lat, lon] = [latitude + (roll(20_000) - 10_000) / 25_000, longitude + (roll(20_000) - 10_000) / 25_000];
  const slip = roll(40);
  if (slip === 0) [lat, lon] = [lon, lat];
  if (slip === 1) lon = -lon;
  if (slip === 2) [lat, lon] = [0, 0];
  const point = slip === 3 ? ["14°54'24\"N", "92°15'47\"O"] : slip === 4 ? ["catorce", ""] : [lat.toFixed(5), lon.toFixed(5).replace(".", slip === 5 ? "," : ".")];
  return [slip === 6 ? number - 1 : number, slip === 7 ? "" : nameOf(slip === 9 ? number - 1 : number), cell("kind"), slip === 8 ? "Atlántida" : country, area, town, ...point, cell("phone"), `Calle ${roll(90)}, ${town}`,
    cell("hours"), cell("text") + filler(number), cell("languages"), cell("serves"), cell("expires"), cell("email"), cell("text")];
}

// Text that no packer makes vanish, cut from one long piece at another place for each row.
function fillers(bytes) {
  if (bytes === 0) return () => "";
  const roll = dice(7);
  const long = Array.from({ length: 400_000 }, () => "abcdefghijklmnopqrstuvwxyz áéí,."[roll(32)]).join("");
  return number => long.slice(number * 7919 % (long.length - bytes), number * 7919 % (long.length - bytes) + bytes);
}

function* rows(count, bytes) {
  const [roll, filler] = [dice(42), fillers(bytes)];
  for (let number = 1; number <= count; number++) yield row(number, roll, filler);
}

/** Writes a CSV; answers with its size in bytes. */
export function writeCsv(path, count, bytes = 0) {
  const file = openSync(path, "w");
  let [written, waiting] = [0, [COLUMNS.join(",")]];
  const flush = () => { written += writeSync(file, waiting.join("\n") + "\n"); waiting = []; };
  for (const cells of rows(count, bytes)) {
    waiting.push(cells.map(cell => `"${String(cell).replaceAll("\"", "\"\"")}"`).join(","));
    if (waiting.length === 500) flush();
  }
  if (waiting.length) flush();
  closeSync(file);
  return written;
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xEDB88320 ^ (n >>> 1) : n >>> 1; return n >>> 0; });
const escaped = text => String(text).replace(/[&<>]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]).replace(/[\0-\x08\x0b-\x1f]/g, " ");

function* sheet(count, bytes) {
  const line = (cells, number) => `<row r="${number}">${cells.map(cell => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join("")}</row>`;
  yield `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${line(COLUMNS, 1)}`;
  let [waiting, number] = [[], 1];
  for (const cells of rows(count, bytes)) {
    waiting.push(line(cells, ++number));
    if (waiting.length === 500) { yield waiting.join(""); waiting = []; }
  }
  yield waiting.join("") + "</sheetData></worksheet>";
}

const PARTS = {
  "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Lista" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** Writes an XLSX; answers with the size of its sheet once it is unpacked. Sheets up to 4 GB, since the file has no 64-bit sizes. */
export function writeXlsx(path, count, bytes = 0) {
  const file = openSync(path, "w");
  const index = [];
  let [at, unpacked] = [0, 0];
  const put = bytes_ => { writeSync(file, bytes_); at += bytes_.length; };
  for (const [name, parts] of [...Object.entries(PARTS).map(([name, text]) => [name, [text]]), ["xl/worksheets/sheet1.xml", sheet(count, bytes)]]) {
    const entry = { name: Buffer.from(name), at, crc: 0xFFFFFFFF, packed: 0, size: 0 };
    // Sizes follow behind the data (bit 3), since they are not known before.
    put(Buffer.concat([numbers([4, 0x04034b50], [2, 20], [2, 8], [2, 8], [4, 0], [4, 0], [4, 0], [4, 0], [2, entry.name.length], [2, 0]), entry.name]));
    for (const text of parts) {
      const raw = Buffer.from(text);
      for (const b of raw) entry.crc = CRC[(entry.crc ^ b) & 255] ^ (entry.crc >>> 8);
      // Each piece ends on a full byte and not with the end of the stream: pieces can then stand one behind the other.
      const packed = deflateRawSync(raw, { level: 1, finishFlush: 2 });
      put(packed);
      (entry.packed += packed.length, entry.size += raw.length);
    }
    const end = Buffer.from([3, 0]);
    put(end);
    entry.packed += end.length;
    entry.crc = (entry.crc ^ 0xFFFFFFFF) >>> 0;
    put(numbers([4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.size]));
    unpacked = entry.size;
    index.push(entry);
  }
  const begins = at;
  for (const e of index) put(Buffer.concat([numbers([4, 0x02014b50], [2, 20], [2, 20], [2, 8], [2, 8], [4, 0], [4, e.crc], [4, e.packed], [4, e.size], [2, e.name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, e.at]), e.name]));
  put(numbers([4, 0x06054b50], [2, 0], [2, 0], [2, index.length], [2, index.length], [4, at - begins], [4, begins], [2, 0]));
  closeSync(file);
  return unpacked;
}

function numbers(...fields) {
  const out = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) { out[size === 4 ? "writeUInt32LE" : "writeUInt16LE"](value >>> 0, at); at += size; }
  return out;
}
