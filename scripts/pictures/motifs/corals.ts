import { darker, lighter, mix } from '../kit/colour.ts';
import { layeredNoise } from '../kit/noise.ts';
import { blob, curve, type Point } from '../kit/path.ts';
import type { Random } from '../kit/random.ts';
import { disc, oval, shape, stroke } from '../kit/svg.ts';

/** Staghorn or tree-like coral: branches that fork and thin out, from (0,0) upwards. */
export function branching(random: Random, tall: number, colour: string, spread = 0.55): string {
  let art = '';
  const grow = (from: Point, angle: number, long: number, thick: number, depth: number): void => {
    const to: Point = [from[0] + Math.cos(angle) * long, from[1] + Math.sin(angle) * long];
    const bow: Point = [(from[0] + to[0]) / 2 + random.between(-1, 1) * long * 0.1, (from[1] + to[1]) / 2];
    art += stroke(
      `M${from[0]} ${from[1]}Q${bow[0]} ${bow[1]} ${to[0]} ${to[1]}`,
      mix(darker(colour, 0.3), colour, depth / 4),
      thick,
    );
    art += stroke(
      `M${from[0] - thick * 0.2} ${from[1]}Q${bow[0] - thick * 0.2} ${bow[1]} ${to[0] - thick * 0.16} ${to[1]}`,
      lighter(colour, 0.4),
      thick * 0.22,
      { opacity: 0.5 },
    );
    if (depth >= 4) {
      art += disc(to[0], to[1], thick * 0.62, lighter(colour, 0.55));
      return;
    }
    const forks = depth === 0 ? 3 : random.whole(2, 3);
    for (let fork = 0; fork < forks; fork += 1) {
      const turn = ((fork / Math.max(1, forks - 1)) * 2 - 1) * spread + random.between(-0.16, 0.16);
      grow(to, angle + turn, long * random.between(0.66, 0.84), thick * 0.72, depth + 1);
    }
  };
  grow([0, 0], -Math.PI / 2 + random.between(-0.12, 0.12), tall * 0.3, tall * 0.085, 0);
  return art;
}

/** A sea fan: a flat net on a short stem. */
export function seaFan(random: Random, tall: number, colour: string): string {
  let art = '';
  const vein = (from: Point, angle: number, long: number, thick: number, depth: number): void => {
    if (depth > 6 || long < 8) return;
    const to: Point = [from[0] + Math.cos(angle) * long, from[1] + Math.sin(angle) * long];
    art += stroke(
      `M${from[0].toFixed(1)} ${from[1].toFixed(1)}L${to[0].toFixed(1)} ${to[1].toFixed(1)}`,
      mix(darker(colour, 0.35), colour, depth / 6),
      thick,
    );
    vein(to, angle - random.between(0.16, 0.42), long * 0.86, thick * 0.74, depth + 1);
    vein(to, angle + random.between(0.16, 0.42), long * 0.86, thick * 0.74, depth + 1);
  };
  const outline: Point[] = [];
  for (let step = 0; step <= 16; step += 1) {
    const angle = -Math.PI * 0.93 + (step / 16) * Math.PI * 0.86;
    outline.push([
      Math.cos(angle) * tall * 0.62 * random.between(0.92, 1.06),
      Math.sin(angle) * tall * random.between(0.9, 1.04),
    ]);
  }
  vein([0, 0], -Math.PI / 2, tall * 0.22, tall * 0.036, 0);
  return shape(`${curve([[0, 0], ...outline, [0, 0]])}Z`, colour, { opacity: 0.4 }) + art;
}

/** A boulder coral; `maze` draws winding valleys on it. */
export function boulder(random: Random, radius: number, colour: string): string {
  const noise = layeredNoise(`boulder ${radius.toFixed(2)}`, 3);
  let dots = '';
  for (let index = 0; index < radius * 1.1; index += 1) {
    const [angle, reach] = [random.between(Math.PI, Math.PI * 2), Math.sqrt(random.next())];
    dots += oval(
      Math.cos(angle) * radius * reach * 0.96,
      Math.sin(angle) * radius * reach * 0.78,
      radius * 0.034,
      radius * 0.022,
      random.chance(0.5) ? lighter(colour, 0.4) : darker(colour, 0.3),
      { opacity: 0.7 },
    );
  }
  return (
    shape(blob(noise, 0, -radius * 0.12, radius, radius * 0.82, 0.1), colour) +
    shape(blob(noise, radius * 0.12, radius * 0.1, radius * 0.86, radius * 0.6, 0.1), darker(colour, 0.35), {
      opacity: 0.5,
    }) +
    dots
  );
}

/** A cluster of tube sponges. */
export function sponge(random: Random, tall: number, colour: string): string {
  let art = '';
  for (let tube = 0; tube < 5; tube += 1) {
    const x = (tube - 2) * tall * 0.17 + random.between(-8, 8);
    const high = tall * random.between(0.55, 1);
    const wide = tall * 0.1;
    art +=
      shape(
        `M${x - wide * 0.7} 0C${x - wide} ${-high * 0.5} ${x - wide * 1.2} ${-high * 0.8} ${x - wide} ${-high}H${x + wide}C${x + wide * 1.2} ${-high * 0.8} ${x + wide} ${-high * 0.5} ${x + wide * 0.7} 0Z`,
        mix(colour, '#1a1030', tube % 2 ? 0.18 : 0),
      ) +
      oval(x, -high, wide, wide * 0.36, lighter(colour, 0.45)) +
      oval(x, -high + 1, wide * 0.7, wide * 0.22, darker(colour, 0.7)) +
      stroke(
        `M${x - wide * 0.6} ${-high * 0.9}L${x - wide * 0.45} ${-high * 0.15}`,
        lighter(colour, 0.6),
        wide * 0.24,
        { opacity: 0.4 },
      );
  }
  return art;
}
