type Rgb = readonly [number, number, number];

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const pair = (channel: number): string =>
  Math.round(Math.min(255, Math.max(0, channel)))
    .toString(16)
    .padStart(2, '0');

/** The colour `part` of the way from one colour to another, in linear light so that mixes stay clean. */
export function mix(from: string, to: string, part: number): string {
  const start = parse(from);
  const end = parse(to);
  const channel = (index: 0 | 1 | 2): string =>
    pair(Math.sqrt(start[index] ** 2 * (1 - part) + end[index] ** 2 * part));
  return `#${channel(0)}${channel(1)}${channel(2)}`;
}

export const lighter = (hex: string, part: number): string => mix(hex, '#fff8ea', part);
export const darker = (hex: string, part: number): string => mix(hex, '#0b1418', part);
