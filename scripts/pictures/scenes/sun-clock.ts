import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { seaColour } from '../kit/sea.ts';
import { disc, paint, placed, polygonTag, type Scene, stroke } from '../kit/svg.ts';

/** The sun as a clock: beams divide the sky into hours, marks stand around the disc. */
export function sunClock(): Scene {
  const [sunX, sunY, horizon] = [1000, 640, 900];
  const noise = layeredNoise('clock sea', 4);
  const cloud = layeredNoise('clock sky', 5);
  const sky = ramp([
    [0, '#fff0bf'],
    [0.3, '#f9c873'],
    [0.62, '#e98a5c'],
    [1, '#8a4a63'],
  ]);
  const sea = {
    horizon,
    noise,
    far: rgb('#e79a6a'),
    near: rgb('#143f57'),
    trough: rgb('#1f3550'),
    crest: rgb('#f3b57a'),
    light: { x: sunX, spread: 210, colour: rgb('#fff3c9'), strength: 1 },
  };
  const ground = shaded((x, y) => {
    if (y >= horizon) return seaColour(sea, x, y);
    const [dx, dy] = [x - sunX, y - sunY];
    const radius = Math.hypot(dx, dy);
    const hour = ((Math.atan2(dy, dx) + Math.PI) / (Math.PI * 2)) * 24;
    const beam = Math.abs(((hour + 0.5) % 2) - 1);
    const ray = smoothstep(0.46, 0.54, beam);
    const base = sky(radius / 1240 + (cloud(x / 400, y / 120) - 0.5) * 0.1);
    return blend(
      blend(base, rgb('#fff4d2'), ray * 0.22 * smoothstep(1250, 200, radius)),
      rgb('#fffbe9'),
      glow(radius / 250) * 0.75,
    );
  });
  let marks = '';
  for (let hour = 0; hour < 24; hour += 1) {
    const angle = (hour / 24) * Math.PI * 2 - Math.PI;
    const [inner, outer] = hour % 6 === 0 ? [236, 312] : [252, 290];
    if (sunY + Math.sin(angle) * outer > horizon - 6) continue;
    marks += stroke(
      `M${sunX + Math.cos(angle) * inner} ${sunY + Math.sin(angle) * inner}L${sunX + Math.cos(angle) * outer} ${sunY + Math.sin(angle) * outer}`,
      '#7a3a4a',
      hour % 6 === 0 ? 13 : 7,
      { opacity: 0.8 },
    );
  }
  const hand =
    placed(
      polygonTag(
        [
          [0, -210],
          [12, 0],
          [-12, 0],
        ],
        '#5a2a3c',
      ) + disc(0, 0, 20, '#5a2a3c'),
      sunX,
      sunY,
      1,
      13,
    ) +
    placed(
      polygonTag(
        [
          [0, -130],
          [11, 0],
          [-11, 0],
        ],
        '#a8321f',
      ) + disc(0, 0, 12, '#a8321f'),
      sunX,
      sunY,
      1,
      -42,
    );
  const boat =
    stroke('M0 0L0 -120', '#33202c', 5) +
    polygonTag(
      [
        [6, -118],
        [6, -14],
        [76, -14],
      ],
      '#f6e6c8',
    ) +
    polygonTag(
      [
        [-6, -104],
        [-6, -14],
        [-52, -14],
      ],
      '#e2cda6',
    ) +
    polygonTag(
      [
        [-58, -4],
        [74, -4],
        [52, 20],
        [-40, 20],
      ],
      '#33202c',
    );
  return {
    ground,
    layers: [
      paint(
        disc(sunX, sunY, 206, '#fff6d6') +
          disc(sunX, sunY, 206, 'none', { stroke: '#f2b35f', 'stroke-width': 8 }) +
          marks +
          hand +
          placed(boat, 430, 930, 1) +
          placed(boat, 1580, 912, 0.5),
      ),
    ],
  };
}
