import { darker, mix } from '../kit/colour.ts';
import { layeredNoise } from '../kit/noise.ts';
import { blob } from '../kit/path.ts';
import type { Random } from '../kit/random.ts';
import { shape } from '../kit/svg.ts';

/** A broad-leaved crown with light on its upper left, centred on (0,0). */
export function crown(random: Random, radius: number, leaf: string): string {
  const noise = layeredNoise(`crown ${Math.round(radius * 10)}`, 3);
  let tufts = '';
  for (let index = 0; index < 34; index += 1) {
    const [angle, reach] = [random.between(0, Math.PI * 2), Math.sqrt(random.next()) * radius * 0.86];
    const [x, y] = [Math.cos(angle) * reach, Math.sin(angle) * reach * 0.8];
    const light = 0.5 - (x + y * 1.6) / (radius * 3.2);
    tufts += shape(
      blob(noise, x, y, radius * random.between(0.12, 0.24), radius * random.between(0.08, 0.17), 0.55),
      light > 0.5 ? mix(leaf, '#c3cf62', (light - 0.5) * 1.25) : darker(leaf, (0.5 - light) * 0.9),
      { opacity: 0.8 },
    );
  }
  return shape(blob(noise, 0, 0, radius, radius * 0.82, 0.22), darker(leaf, 0.2)) + tufts;
}

/** A row of crowns along a line, hazier the farther it is. */
export function canopy(
  random: Random,
  line: { y: number; sway: number; size: number; leaf: string; haze: string; far: number },
): string {
  const noise = layeredNoise(`canopy ${line.y}`, 3);
  let art = '';
  for (let x = -80; x < 2080; x += line.size * random.between(0.55, 0.95)) {
    const y = line.y + (noise(x / 300, 1) - 0.5) * 2 * line.sway;
    const leaf = mix(
      random.pick([line.leaf, mix(line.leaf, '#a3b04a', 0.3), mix(line.leaf, '#0c2a24', 0.3)]),
      line.haze,
      line.far,
    );
    art += `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)})">${crown(random, line.size * random.between(0.75, 1.2), leaf)}</g>`;
  }
  return art;
}
