import { blend, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { box, paint, placed, type Scene, shape } from '../kit/svg.ts';

/** The reef from straight above: ocean, white crest, coral heads on pale sand. */
export function reefCrest(): Scene {
  const bend = layeredNoise('crest bend', 3);
  const foamNoise = layeredNoise('crest foam', 5);
  const heads = layeredNoise('crest heads', 4);
  const open = ramp([
    [0, '#1b7f99'],
    [0.3, '#0d5f87'],
    [1, '#0a3560'],
  ]);
  const shallow = ramp([
    [0, '#2fa7a6'],
    [0.25, '#62cdbd'],
    [0.7, '#9fe3cd'],
    [1, '#cdf0d6'],
  ]);
  const ground = shaded((x, y) => {
    const crest = 560 + (x - 1000) * 0.24 + (bend(x / 520, 4) - 0.5) * 330 + (bend(x / 120, 9) - 0.5) * 60;
    const away = y - crest;
    const rough = foamNoise(x / 46, y / 30);
    let colour =
      away < 0
        ? open(-away / 620 + (rough - 0.5) * 0.12)
        : shallow(away / 720 + (foamNoise(x / 240, y / 240) - 0.5) * 0.3);
    if (away < 0) {
      const swell = Math.sin((away + (foamNoise(x / 300, y / 300) - 0.5) * 120) / 26);
      colour = blend(colour, rgb('#6fb6c6'), smoothstep(0.55, 1, swell) * 0.3 * smoothstep(-620, -60, away));
      const spur = smoothstep(0.5, 0.64, bend(x / 44, y / 260 + 3)) * smoothstep(-210, -20, away);
      colour = blend(colour, rgb('#3d5f55'), spur * 0.6);
    }
    const coral = smoothstep(0.55, 0.63, heads(x / 70, y / 58) - Math.max(0, away) / 2600);
    if (away > -30) {
      const tone = blend(rgb('#6b5d3a'), rgb('#a98f52'), heads(x / 13, y / 13));
      colour = blend(colour, blend(tone, rgb('#2d7d78'), 0.35), coral * smoothstep(-30, 60, away) * 0.9);
      const halo = smoothstep(0.5, 0.55, heads(x / 70, y / 58) - Math.max(0, away) / 2600) * (1 - coral);
      colour = blend(colour, rgb('#e2f6de'), halo * 0.35 * smoothstep(60, 240, away));
    }
    const band = Math.exp(-(((away - 6) / (34 + 42 * bend(x / 200, 30))) ** 2));
    colour = blend(colour, rgb('#fdfefa'), smoothstep(0.36, 0.6, band * 0.86 + rough * 0.42 - 0.2));
    const trail =
      smoothstep(0.56, 0.7, foamNoise(x / 34, y / 110)) *
      smoothstep(10, 60, away) *
      (1 - smoothstep(90, 320, away));
    return blend(colour, rgb('#f1fbf4'), trail * 0.7);
  });
  const hull =
    shape('M0 -74C26 -40 30 20 22 66L-22 66C-30 20 -26 -40 0 -74Z', '#fbf6ea') +
    shape('M0 -58C17 -30 20 16 15 50L-15 50C-20 16 -17 -30 0 -58Z', '#c9a878') +
    box(-16, -14, 32, 12, '#7b5a36') +
    box(-16, 18, 32, 12, '#7b5a36') +
    box(-7, 60, 14, 20, '#23333a');
  const boat =
    placed(
      shape('M0 -74C26 -40 30 20 22 66L-22 66C-30 20 -26 -40 0 -74Z', '#0a4a52', { opacity: 0.35 }),
      -22,
      34,
    ) + hull;
  return { ground, layers: [paint(placed(boat, 1420, 1010, 0.92, 58))] };
}
