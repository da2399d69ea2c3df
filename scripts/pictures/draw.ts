import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from './catalogue.ts';
import { renderScene } from './render.ts';

// Draws every picture of the demo dataset, or those named: node scripts/pictures/draw.ts [name …]
const folder = path.join(import.meta.dirname, '../../sanity/seed/images');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in catalogue));
if (unknown.length > 0) {
  console.error(`No such picture: ${unknown.join(', ')}`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
for (const [name, compose] of Object.entries(catalogue)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const picture = await renderScene(name, await compose());
  writeFileSync(path.join(folder, `${name}.jpg`), picture);
  console.log(`${name}.jpg ${Math.round(picture.length / 1024)} KB`);
}
