import { blend, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import type { Scene } from '../kit/svg.ts';

/** A hurricane from above: bands wound around an eye, a green coast under their western edge. */
export function stormSpiral(): Scene {
  const banks = layeredNoise('banks', 5);
  const coast = layeredNoise('coast', 4);
  const sea = ramp([
    [0, '#0b3350'],
    [0.6, '#0f4f6d'],
    [1, '#1d7f8f'],
  ]);
  const land = ramp([
    [0, '#24503c'],
    [0.6, '#3d6b42'],
    [1, '#83905a'],
  ]);
  const [eyeX, eyeY] = [1120, 640];
  const ground = shaded((x, y) => {
    const shore =
      430 + (coast(x / 900, y / 330) - 0.5) * 420 + (coast(3, y / 90) - 0.5) * 60 + (y - 660) * -0.12 - x;
    const islet = Math.hypot((x - 560) / 34, (y - 610 - (x - 560) * 0.9) / 92);
    let colour =
      shore > 0 || islet < 1
        ? land(coast(x / 60, y / 60))
        : sea(smoothstep(260, 0, -shore) * 0.9 + coast(x / 300, y / 300) * 0.3);
    const dx = x - eyeX;
    const dy = (y - eyeY) * 1.22;
    const radius = Math.hypot(dx, dy);
    const turn = Math.atan2(dy, dx);
    const wound = turn - Math.log(radius + 30) * 2.7;
    const grainX = Math.cos(wound) * 2.2;
    const grainY = Math.sin(wound) * 2.2;
    const streak = banks(grainX * 1.6 + radius / 240, grainY * 1.6 - radius / 310);
    const fine = banks(grainX * 5 + radius / 60 + x / 210, grainY * 5 + y / 210);
    const arms = 0.5 + 0.5 * Math.sin(wound * 2 + (streak - 0.5) * 3.4);
    const reach = 1 - smoothstep(250, 1080, radius);
    const wall = smoothstep(46, 92, radius) * (1 - smoothstep(190, 420, radius));
    let cover =
      smoothstep(0.34, 0.9, arms * 0.62 + streak * 0.72 + fine * 0.36 - 0.46 + reach * 0.34) *
      smoothstep(30, 100, radius + (fine - 0.5) * 40);
    cover *= 0.12 + 0.88 * Math.min(1, reach * 1.5 + 0.08);
    cover = Math.min(1, cover + wall * 0.72);
    const lit = fine * 0.75 + streak * 0.5 - (dx * -0.6 + dy * -0.5) / 3800 - 0.18;
    const cloud = blend(rgb('#7f9aa8'), rgb('#fbf8f0'), lit * 1.35);
    colour = blend(blend(colour, rgb('#062236'), smoothstep(0.1, 0.9, cover) * 0.35), cloud, cover);
    const eye = 1 - smoothstep(18, 62, radius + (fine - 0.5) * 22);
    return blend(colour, rgb('#0a3852'), eye * 0.92);
  });
  return { ground, layers: [] };
}
