import { darker, mix } from '../kit/colour.ts';
import { curve, type Point, polygon } from '../kit/path.ts';
import type { Random } from '../kit/random.ts';
import { group, shape, stroke } from '../kit/svg.ts';

/** One frond of a coconut palm from (0,0), bending down as it reaches out; leaflets hang from its rib. */
function frond(random: Random, reach: number, angle: number, droop: number, colour: string): string {
  const rib = Array.from({ length: 9 }, (_, index): Point => {
    const t = index / 8;
    return [Math.cos(angle) * reach * t, Math.sin(angle) * reach * t + droop * t * t * reach];
  });
  let leaves = '';
  for (let index = 1; index < rib.length; index += 1) {
    const [from, to] = [rib[index - 1] ?? [0, 0], rib[index] ?? [0, 0]];
    for (let step = 0; step < 5; step += 1) {
      const t = step / 5;
      const root: Point = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
      const along = (index - 1 + t) / 8;
      const length = reach * 0.3 * Math.sin(Math.PI * (0.12 + along * 0.86)) * random.between(0.8, 1.15);
      const lean = Math.atan2(to[1] - from[1], to[0] - from[0]);
      for (const side of [-1, 1]) {
        const direction = lean + side * 0.95;
        const tip: Point = [
          root[0] + Math.cos(direction) * length,
          root[1] + Math.sin(direction) * length + length * 0.35,
        ];
        leaves += polygon([
          [root[0] - Math.cos(lean) * reach * 0.012, root[1] - Math.sin(lean) * reach * 0.012],
          tip,
          [root[0] + Math.cos(lean) * reach * 0.018, root[1] + Math.sin(lean) * reach * 0.018],
        ]);
      }
    }
  }
  return shape(leaves, colour) + stroke(curve(rib), darker(colour, 0.25), reach * 0.014);
}

/** A coconut palm with its foot at (0,0); `lean` moves the crown sideways. */
export function palm(
  random: Random,
  tall: number,
  lean: number,
  leaf: string,
  bark: string,
  lit = true,
): string {
  const crown: Point = [lean, -tall];
  const thick = tall * 0.032;
  const middle: Point = [lean * 0.3, -tall * 0.5];
  const trunk = `M${-thick} 0Q${middle[0] - thick * 0.7} ${middle[1]} ${crown[0] - thick * 0.45} ${crown[1]}L${crown[0] + thick * 0.45} ${crown[1]}Q${middle[0] + thick} ${middle[1]} ${thick * 1.3} 0Z`;
  let fronds = '';
  const count = 13;
  for (let index = 0; index < count; index += 1) {
    const angle = -Math.PI * 1.08 + (index / (count - 1)) * Math.PI * 1.16 + random.between(-0.12, 0.12);
    const back = index % 2 === 0;
    fronds += frond(
      random,
      tall * random.between(0.36, 0.5),
      angle,
      random.between(0.28, 0.75),
      lit ? mix(leaf, back ? '#0c2a26' : '#d8c46a', back ? 0.35 : random.between(0, 0.16)) : leaf,
    );
  }
  return shape(trunk, bark) + group(fronds, { transform: `translate(${crown[0]} ${crown[1]})` });
}

/** The same palm seen from straight above: a star of fronds. */
export function palmFromAbove(random: Random, radius: number, leaf: string): string {
  let art = '';
  const count = random.whole(9, 12);
  for (let index = 0; index < count; index += 1) {
    const angle = (index / count) * Math.PI * 2 + random.between(-0.15, 0.15);
    art += frond(
      random,
      radius * random.between(0.8, 1.05),
      angle,
      0,
      mix(leaf, index % 3 === 0 ? '#e6d27c' : '#0d2f26', index % 3 === 0 ? 0.25 : random.between(0, 0.35)),
    );
  }
  return art;
}
