// The pictures of the home screen: a compass, a notebook, a calendar. They say nothing of what the app is for. Drawn here, so that
// no drawing tool is needed and their bytes do not change.
import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const DEEP = [8, 63, 59], PAPER = [255, 255, 255], SUN = [242, 177, 50];
const SMOOTH = 3;
const box = (x, y, left, top, right, bottom) => x >= left && x <= right && y >= top && y <= bottom;
const from = (x, y) => Math.hypot(x - 0.5, y - 0.5);

/** What stands at a point of the unit square; the marks keep to its middle, since phones cut the corners. */
const PICTURES = {
  guide(x, y) {
    const needle = Math.abs(x - y) * 3.2 + Math.abs(x + y - 1) < 0.3;
    if (needle) return x + y < 1 ? SUN : PAPER;
    return from(x, y) < 0.3 && from(x, y) > 0.25 ? PAPER : DEEP;
  },
  notebook(x, y) {
    if (!box(x, y, 0.28, 0.22, 0.72, 0.78)) return DEEP;
    if (x < 0.36) return SUN;
    return [0.36, 0.48, 0.6].some((line) => box(x, y, 0.43, line, 0.66, line + 0.03)) ? DEEP : PAPER;
  },
  calendar(x, y) {
    if (!box(x, y, 0.24, 0.26, 0.76, 0.76)) return DEEP;
    if (y < 0.38) return SUN;
    const [column, row] = [(x - 0.3) / 0.14, (y - 0.45) / 0.11];
    return column >= 0 && row >= 0 && column < 3 && row < 3 && column % 1 < 0.55 && row % 1 < 0.6 ? DEEP : PAPER;
  },
};

function pixels(picture, size) {
  const rows = Buffer.alloc(size * (size * 3 + 1));
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      for (let i = 0; i < SMOOTH * SMOOTH; i++) {
        const colour = picture((column + ((i % SMOOTH) + 0.5) / SMOOTH) / size, (row + (Math.floor(i / SMOOTH) + 0.5) / SMOOTH) / size);
        for (let k = 0; k < 3; k++) sum[k] += colour[k];
      }
      for (let k = 0; k < 3; k++) rows[row * (size * 3 + 1) + 1 + column * 3 + k] = Math.round(sum[k] / (SMOOTH * SMOOTH));
    }
  return rows;
}

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const [length, body, check] = [Buffer.alloc(4), Buffer.concat([Buffer.from(type, "latin1"), data]), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function png(picture, size) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", head), chunk("IDAT", deflateSync(pixels(picture, size), { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

export function drawIcons(folder) {
  for (const [name, picture] of Object.entries(PICTURES)) for (const size of [192, 512]) writeFileSync(`${folder}/${name}-${size}.png`, png(picture, size));
}
