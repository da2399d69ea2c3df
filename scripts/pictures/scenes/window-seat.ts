import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { box, linear, paint, polygonTag, radial, type Scene, shape, stroke } from '../kit/svg.ts';

/** The coast on the approach, seen past a wing through a cabin window. */
export function windowSeat(): Scene {
  const bend = layeredNoise('approach bend', 3);
  const cloud = layeredNoise('approach cloud', 5);
  const tree = layeredNoise('approach trees', 4);
  const sea = ramp([
    [0, '#a8e6d8'],
    [0.12, '#4cc4c6'],
    [0.34, '#1592ab'],
    [1, '#0d5d8a'],
  ]);
  const sky = ramp([
    [0, '#2f7fb5'],
    [0.6, '#8fc4dc'],
    [1, '#eef3e6'],
  ]);
  const horizon = 360;
  const ground = shaded((x, y) => {
    if (y < horizon)
      return blend(sky(y / horizon), rgb('#ffffff'), smoothstep(0.55, 0.72, cloud(x / 330, y / 46)) * 0.8);
    const depth = (y - horizon) / 973;
    const far = 1 / (depth + 0.14);
    const across = (x - 1500) * far * 0.16;
    const along = far * 150;
    const shore = across + 60 + (bend(along / 120, 2) - 0.5) * 260 + (bend(along / 26, 8) - 0.5) * 26;
    let colour =
      shore < 0
        ? blend(
            sea(-shore / 330 + (cloud(across / 50, along / 30) - 0.5) * 0.2),
            rgb('#fbfdf4'),
            smoothstep(-9, -1, shore),
          )
        : shore < 22
          ? rgb('#f5e8c8')
          : blend(rgb('#2f6338'), rgb('#6f9250'), tree(across / 9, along / 5));
    if (shore > 34 && shore < 46 && bend(along / 9, 4) > 0.45) colour = rgb('#e9e2d2');
    const reef = smoothstep(0, 9, 10 - Math.abs(-shore - 150 - (bend(along / 60, 14) - 0.5) * 50));
    colour = blend(
      colour,
      rgb('#f6fdfa'),
      shore < 0 ? reef * 0.8 * smoothstep(0.4, 0.55, cloud(across / 20, along / 8)) : 0,
    );
    colour = blend(colour, rgb('#dfeef0'), Math.exp(-depth * 5) * 0.85);
    const puff = smoothstep(0.6, 0.74, cloud(across / 90 + 30, along / 50)) * 0.85;
    const shadow = smoothstep(0.6, 0.72, cloud((across - 26) / 90 + 30, (along - 12) / 50)) * 0.35;
    return blend(blend(colour, rgb('#0a3550'), shadow), rgb('#ffffff'), puff);
  });
  const wing =
    polygonTag(
      [
        [2000, 1060],
        [2000, 830],
        [1290, 640],
        [1060, 560],
        [1090, 640],
      ],
      '#d8dde0',
    ) +
    polygonTag(
      [
        [2000, 1060],
        [2000, 980],
        [1180, 676],
        [1090, 640],
      ],
      '#98a6ae',
    ) +
    polygonTag(
      [
        [1060, 560],
        [1104, 470],
        [1130, 474],
        [1124, 590],
      ],
      '#00626a',
    ) +
    [0.2, 0.42, 0.66]
      .map((t) =>
        stroke(`M${1290 + 710 * t} ${664 + 190 * t}L${1230 + 770 * t} ${700 + 300 * t}`, '#7f8e97', 4),
      )
      .join('') +
    polygonTag(
      [
        [1480, 860],
        [1640, 900],
        [1610, 950],
        [1500, 905],
      ],
      '#7f8e97',
    ) +
    stroke('M1290 640L2000 830', '#f4f6f4', 6);
  const opening =
    'M430 60H1570C1720 60 1790 140 1790 300V1010C1790 1180 1710 1265 1560 1265H440C290 1265 210 1180 210 1010V300C210 140 280 60 430 60Z';
  const defs =
    linear('wall', [
      [0, '#e9e3d6'],
      [0.5, '#d2cabb'],
      [1, '#a79d8d'],
    ]) +
    linear('lip', [
      [0, '#8d8474'],
      [0.4, '#cfc7b8'],
      [1, '#f6f1e6'],
    ]) +
    radial(
      'dim',
      [
        [0.55, '#1a1712', 0],
        [1, '#1a1712', 0.55],
      ],
      [0.5, 0.5, 0.72],
    );
  const frame =
    shape(`M0 0H2000V1333H0Z${opening}`, 'url(#wall)', { 'fill-rule': 'evenodd' }) +
    stroke(opening, 'url(#lip)', 62) +
    stroke(opening, '#6a6254', 5, { transform: 'translate(40 27) scale(0.96)' });
  const shade =
    box(210, 40, 1580, 120, '#ded7c9') +
    box(210, 150, 1580, 14, '#b4ab9b') +
    box(900, 126, 200, 16, '#978d7c', { rx: 8 });
  const glare = shape('M330 1265L900 160H1120L560 1265Z', '#ffffff', { opacity: 0.09 });
  const light = glow(0);
  return {
    ground,
    layers: [
      paint(
        wing +
          glare +
          `<g clip-path="url(#pane)">${shade}</g><clipPath id="pane"><path d="${opening}"/></clipPath>` +
          frame +
          box(0, 0, 2000, 1333, 'url(#dim)', { opacity: light }),
        defs,
      ),
    ],
  };
}
