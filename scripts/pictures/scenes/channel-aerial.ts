import { blend, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import type { Scene } from '../kit/svg.ts';

/** Two lagoons in a marsh and the channel that joins them. */
export function channelAerial(): Scene {
  const bend = layeredNoise('marsh bend', 3);
  const reed = layeredNoise('marsh reed', 5);
  const depthNoise = layeredNoise('marsh depth', 4);
  const water = ramp([
    [0, '#d9e6bf'],
    [0.18, '#9fd8c4'],
    [0.5, '#45b3b0'],
    [1, '#1d8496'],
  ]);
  const marsh = ramp([
    [0, '#4c6b34'],
    [0.35, '#71883f'],
    [0.65, '#a3a257'],
    [1, '#c8b974'],
  ]);
  const wood = ramp([
    [0, '#17391f'],
    [0.5, '#2c5a2f'],
    [1, '#547a3e'],
  ]);
  const ground = shaded((x, y) => {
    const jag = (bend(x / 130, y / 130) - 0.5) * 150 + (reed(x / 30, y / 30) - 0.5) * 30;
    const upper = 330 - Math.hypot((x - 320) * 0.72, (y - 190) * 1.25) + jag;
    const lower = 440 - Math.hypot((x - 1700) * 0.82, (y - 1190) * 1.2) + jag;
    const way = (x - 430) / 1000;
    const path =
      320 + way * 700 + Math.sin(way * 9.5) * 92 * (1 - Math.abs(way - 0.5)) + (bend(x / 260, 5) - 0.5) * 130;
    const channel = way > -0.2 && way < 1.35 ? 25 + bend(x / 90, 11) * 14 - Math.abs(y - path) * 0.82 : -999;
    const side = Math.abs(bend(x / 210 + 40, y / 210) - 0.5);
    const creek = smoothstep(0.016, 0.004, side) * smoothstep(0.42, 0.55, bend(x / 420, y / 420 + 9));
    const pool = reed(x / 90 + 60, y / 70);
    const wet = Math.max(upper, lower, channel);
    if (wet > 0) {
      const deep = Math.max(upper / 330, lower / 420, channel > 0 ? 0.1 + channel / 120 : 0);
      let colour = water(deep * 0.95 + (depthNoise(x / 120, y / 120) - 0.5) * 0.42 + 0.06);
      colour = blend(colour, rgb('#eef4d8'), smoothstep(14, 0, wet) * 0.65);
      return blend(
        colour,
        rgb('#2b7f7a'),
        smoothstep(0.56, 0.66, depthNoise(x / 60 + 20, y / 60)) * 0.3 * smoothstep(40, 120, wet),
      );
    }
    const grass = reed(x / 46, y / 46);
    let colour = marsh(grass * 0.85 + (bend(x / 340, y / 340) - 0.5) * 0.7 + 0.06);
    colour = blend(colour, water(0.36), smoothstep(0.6, 0.68, pool) * 0.8 + creek * 0.85);
    const tree = smoothstep(0.57, 0.61, bend(x / 150 + 80, y / 120) + (reed(x / 20, y / 20) - 0.5) * 0.12);
    const edge = smoothstep(-44, -8, wet) * 0.75;
    const canopy = wood(
      reed(x / 11, y / 11) * 0.9 + (reed(x / 11 + 0.18, y / 11 + 0.18) - reed(x / 11, y / 11)) * 2.4,
    );
    return blend(colour, canopy, Math.max(tree, edge));
  });
  return { ground, layers: [] };
}
