import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { paint, placed, type Scene } from '../kit/svg.ts';
import { waterColumn } from '../kit/underwater.ts';
import { seaFan } from '../motifs/corals.ts';
import { fish } from '../motifs/fish.ts';

/** One great brain coral, its living tissue ending at a white edge. */
export function brainCoral(): Scene {
  const random = createRandom('brain');
  const noise = layeredNoise('brain water', 4);
  const wind = layeredNoise('brain maze', 2);
  const warp = layeredNoise('brain warp', 3);
  const sandNoise = layeredNoise('brain sand', 4);
  const water = waterColumn({ surface: '#3f9fb4', middle: '#0f5573', deep: '#06283f', source: 1240, noise });
  const alive = ramp([
    [0, '#33421f'],
    [0.4, '#6d7a36'],
    [0.75, '#b3a851'],
    [1, '#e3d487'],
  ]);
  const bare = ramp([
    [0, '#8d928c'],
    [0.45, '#cfd0c4'],
    [1, '#fbf8ec'],
  ]);
  const [cx, cy, rx, ry] = [1010, 930, 720, 560];
  const ground = shaded((x, y) => {
    const bump = (warp(x / 260, y / 260) - 0.5) * 70;
    const [dx, dy] = [(x - cx) / (rx + bump), (y - cy) / (ry + bump)];
    const reach = Math.hypot(dx, dy);
    if (reach < 1 && y < 1165 + (sandNoise(x / 90, 6) - 0.5) * 50) {
      const lift = Math.sqrt(1 - reach * reach);
      const [u, v] = [dx / (0.5 + lift * 0.75), dy / (0.5 + lift * 0.75)];
      const wx = u * 5.2 + (warp(u * 2.4 + 9, v * 2.4) - 0.5) * 4.6;
      const wy = v * 5.2 + (warp(u * 2.4, v * 2.4 + 9) - 0.5) * 4.6;
      const field = wind(wx, wy) + wind(wx * 2 + 40, wy * 2) * 0.35;
      const maze = 0.5 + 0.5 * Math.sin(field * 27);
      const ridge = smoothstep(0.1, 0.75, maze);
      const light = 0.26 + lift * 0.42 + (-dx * 0.16 - dy * 0.46) + (ridge - 0.5) * 0.52;
      const sick = 0.44 + (warp(u * 1.6 + 30, v * 1.6) - 0.5) * 0.9 - u * 0.9 + v * 0.12;
      const edge = smoothstep(-0.03, 0.05, sick);
      let colour = blend(bare(light + 0.08), alive(light), edge);
      colour = blend(colour, rgb('#0c3346'), smoothstep(1010, 1180, y) * 0.75);
      colour = blend(colour, rgb('#fffdf2'), glow(sick / 0.055) * 0.6);
      const caustic = Math.abs(noise(x / 120 + 7, y / 90) - 0.5);
      colour = blend(colour, rgb('#eefce6'), smoothstep(0.03, 0.004, caustic) * 0.24 * Math.max(0, light));
      return blend(colour, rgb('#0a2d42'), smoothstep(0.8, 1, reach) * 0.62);
    }
    const floor = 1085 + (sandNoise(x / 330, 2) - 0.5) * 80;
    if (y > floor) {
      const grain = sandNoise(x / 60, y / 24);
      const caustic = Math.abs(noise(x / 150, y / 60) - 0.5);
      const base = blend(rgb('#2f6f7c'), rgb('#134558'), (y - floor) / 300 + (grain - 0.5) * 0.5);
      return blend(
        blend(base, rgb('#a9dcd0'), smoothstep(0.03, 0.004, caustic) * 0.3),
        rgb('#04182a'),
        glow(Math.hypot((x - cx) / 800, (y - 1200) / 130)) * 0.7,
      );
    }
    return water(x, y);
  });
  let fans = '';
  for (const [x, y, size] of [
    [60, 1190, 1.5],
    [190, 1230, 0.8],
    [1900, 1190, 1.3],
    [1990, 1230, 1.6],
  ] as const)
    fans += placed(seaFan(random, 260, '#5a3f7c'), x, y, size, random.between(-8, 8));
  const visitors =
    placed(fish('#d9b13b', '#23395a', 1.1), 420, 560, 1.1, 8) +
    placed(fish('#d9b13b', '#23395a', 1.1), 300, 640, 0.8, 4) +
    placed(fish('#4c7fb8', '#0f2840', 1.3), 1700, 520, 1.3, -6, -1);
  return { ground, layers: [paint(fans + visitors)] };
}
