// Checks answers of the HSDS interface against the published schemas, formats asserted.
//   node hsds.mjs SCHEMA_FOLDER FILE...      each FILE is KIND.NAME.json: KIND is page-SCHEMA, SCHEMA or base
// Prints one line of JSON for each file: {"file", "items", "badItems", "errors", "first"}.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const [folder, ...files] = process.argv.slice(2);
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: true });
addFormats(ajv);

// The dates and times of a tabular package carry no format in the JSON schemas; we hold ourselves to theirs all the same.
const asserted = { date: 'date', time: 'time', datetime: 'date-time' };
const withFormats = node => {
  if (Array.isArray(node)) return node.map(withFormats);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withFormats(value)]));
  if (process.env.STRICT_TIMES && typeof copy.datapackage_type === 'string' && !copy.format) copy.format = asserted[copy.datapackage_type];
  return copy;
};
for (const file of readdirSync(folder).filter(f => f.endsWith('.json') && f !== 'openapi.json')) {
  const schema = withFormats(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  // "name" and "path" of these files are those of a table, not keywords.
  ajv.addSchema({ ...schema, $id: undefined, name: undefined }, file);
}

const page = {
  type: 'object',
  required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
  properties: {
    total_items: { type: 'integer' }, total_pages: { type: 'integer' }, page_number: { type: 'integer' }, size: { type: 'integer' },
    first_page: { type: 'boolean' }, last_page: { type: 'boolean' }, empty: { type: 'boolean' }, contents: { type: 'array' },
  },
};
const base = {
  type: 'object', required: ['version', 'profile', 'openapi_url'],
  properties: { version: { type: 'string' }, profile: { type: 'string', format: 'uri' }, openapi_url: { type: 'string', format: 'uri' } },
};

for (const file of files) {
  const kind = basename(file).split('.')[0];
  const value = JSON.parse(readFileSync(file, 'utf8'));
  const list = kind.startsWith('page-');
  const validate = kind === 'base' ? ajv.compile(base) : ajv.getSchema(`${list ? kind.slice(5) : kind}.json`);
  if (!validate) throw new Error(`There is no schema for ${kind}`);
  const errors = list && !ajv.validate(page, value) ? [...ajv.errors] : [];
  let badItems = 0;
  const items = list ? value.contents : [value];
  for (const item of items) {
    if (validate(item)) continue;
    badItems++;
    errors.push(...validate.errors);
  }
  console.log(JSON.stringify({ file: basename(file), items: items.length, badItems, errors: errors.length, first: errors.slice(0, 3).map(e => `${e.instancePath} ${e.message}`) }));
}
