import { shape } from '../kit/svg.ts';

/** A small bird in flight, wings about 100 wide; `beat` from -1 (down) to 1 (up). */
export function bird(colour: string, beat: number): string {
  const lift = -34 * beat;
  return (
    shape(
      `M0 6C-10 -2 -22 ${lift * 0.5 - 6} -50 ${lift}C-34 ${lift * 0.6 + 6} -20 10 -7 14L-4 34L0 28L4 34L7 14C20 10 34 ${lift * 0.6 + 6} 50 ${lift}C22 ${lift * 0.5 - 6} 10 -2 0 6Z`,
      colour,
    ) + shape('M-6 4C-6 -8 6 -8 6 4Z', colour)
  );
}

/** A brown pelican gliding to the left. */
export function pelican(colour: string): string {
  return shape(
    'M-70 -6L-120 6L-72 8C-60 14 -40 16 -20 12C0 20 30 18 62 10L40 4C70 -2 96 -26 150 -30C100 -44 50 -34 8 -8C-6 -34 -40 -64 -96 -66C-60 -46 -40 -24 -34 -4C-46 -8 -60 -12 -70 -6Z',
    colour,
  );
}
