// The passwords that thieves try first, as the sorted first eight bytes of SHA-256 hashes: looked up without being readable.
//   node build.mjs dist
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

const folder = process.argv[2] ?? "dist";
const source = dirname(createRequire(import.meta.url).resolve("@zxcvbn-ts/language-common"));
const words = JSON.parse(readFileSync(join(source, "../src/passwords.json"), "utf8"));

// What people of this region and of this software would think of, in the languages that they write.
const ours = ["amparo", "migrante", "migrantes", "albergue", "frontera", "contraseña", "contrasena", "clave", "bienvenido", "bienvenida", "guatemala", "honduras",
  "elsalvador", "nicaragua", "costarica", "panama", "mexico", "belize", "belice", "tapachula", "password", "administrador", "administrator"];

const hashes = new Set([...words, ...ours].map((word) => createHash("sha256").update(String(word).toLowerCase()).digest().readBigInt64LE(0)));
if (hashes.size < 30_000) throw new Error(`Only ${hashes.size} passwords: the package has changed its shape.`);
const bytes = Buffer.alloc(hashes.size * 8);
[...hashes].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).forEach((hash, i) => bytes.writeBigInt64LE(hash, i * 8));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "passwords.bin"), gzipSync(bytes, { level: 9 }));
