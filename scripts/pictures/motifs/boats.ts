import { darker, lighter } from '../kit/colour.ts';
import { box, disc, polygonTag, shape, stroke } from '../kit/svg.ts';

/** An open fishing boat (lancha) drawn up on the sand, bow to the left, keel on y = 0. */
export function lancha(hull: string, band: string): string {
  return (
    shape(
      'M-330 -150C-290 -60 -240 -6 -150 0H250C280 -20 300 -70 306 -118C120 -96 -140 -104 -330 -150Z',
      hull,
    ) +
    shape(
      'M-330 -150C-318 -124 -306 -100 -292 -80C-120 -44 140 -44 300 -74L306 -118C120 -96 -140 -104 -330 -150Z',
      band,
    ) +
    shape('M-330 -150C-140 -104 120 -96 306 -118C200 -132 -100 -136 -330 -150Z', darker(hull, 0.6)) +
    stroke('M-330 -150C-140 -104 120 -96 306 -118', lighter(hull, 0.6), 7) +
    [-140, 0, 140].map((x) => box(x, -126, 60, 13, '#8f6b47')).join('') +
    shape('M-200 -26C-120 -8 100 -6 240 -14', 'none', {
      stroke: darker(hull, 0.35),
      'stroke-width': 5,
      opacity: 0.6,
    }) +
    box(296, -176, 44, 66, '#20282b', { rx: 9 }) +
    box(308, -112, 18, 76, '#39454a') +
    polygonTag(
      [
        [296, -176],
        [340, -176],
        [336, -188],
        [302, -188],
      ],
      '#a8321f',
    )
  );
}

/** A passenger ferry under way to the left, waterline at y = 0, 900 long. */
export function ferry(): string {
  const deck = (y: number, from: number, to: number): string => {
    let windows = '';
    for (let x = from + 24; x < to - 40; x += 46) windows += box(x, y + 12, 32, 26, '#1d4454', { rx: 4 });
    return box(from, y, to - from, 56, '#fdfaf2') + box(from, y + 48, to - from, 8, '#d9d2c2') + windows;
  };
  return (
    shape('M-470 -110C-430 -30 -390 0 -330 0H430L452 -110Z', '#fbf7ec') +
    shape('M-432 -40C-410 -14 -370 0 -330 0H430L438 -40Z', '#0f6a72') +
    shape('M-458 -84C-452 -74 -448 -66 -442 -58H442L446 -84Z', '#e0b04a') +
    deck(-168, -340, 430) +
    deck(-226, -250, 390) +
    polygonTag(
      [
        [-250, -226],
        [-210, -282],
        [60, -282],
        [60, -226],
      ],
      '#fdfaf2',
    ) +
    polygonTag(
      [
        [-226, -232],
        [-196, -272],
        [-60, -272],
        [-60, -232],
      ],
      '#1d4454',
    ) +
    box(220, -312, 74, 88, '#0f6a72') +
    box(220, -312, 74, 22, '#e0b04a') +
    stroke('M-60 -282V-372M-90 -340H-30', '#5d6a6e', 7) +
    disc(-60, -376, 9, '#a8321f') +
    stroke('M60 -240H380M60 -258H380', '#8d989a', 4) +
    [90, 150, 210, 310, 370].map((x) => stroke(`M${x} -226V-260`, '#8d989a', 4)).join('') +
    shape('M400 -168V-250L450 -236V-168Z', '#dfe8e2', { opacity: 0.9 })
  );
}
