export const width = 2000;
export const height = 1333;

/** One pass of paint. A grained layer is laid on as if by dry ink: its soft edges break up into specks. */
export type Layer = { svg: string; grain?: boolean };
export type Scene = {
  layers: Layer[];
  width?: number;
  height?: number;
  quality?: number;
  /** RGB pixels to start from, for what is lit rather than painted. */
  ground?: Uint8Array;
};

type Stop = readonly [offset: number, colour: string, opacity?: number];

const stopTags = (stops: readonly Stop[]): string =>
  stops
    .map(
      ([offset, colour, opacity]) =>
        `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity ?? 1}"/>`,
    )
    .join('');

/** Down the shape unless told otherwise; coordinates are fractions of the filled shape. */
export function linear(
  id: string,
  stops: readonly Stop[],
  line: readonly [number, number, number, number] = [0, 0, 0, 1],
): string {
  const [x1, y1, x2, y2] = line;
  return `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopTags(stops)}</linearGradient>`;
}

export function radial(
  id: string,
  stops: readonly Stop[],
  centre: readonly [number, number, number] = [0.5, 0.5, 0.5],
): string {
  const [cx, cy, r] = centre;
  return `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopTags(stops)}</radialGradient>`;
}

export function blur(id: string, deviation: number): string {
  return `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`;
}

type Attributes = Record<string, string | number>;

const tags = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

export const shape = (d: string, fill: string, attributes: Attributes = {}): string =>
  `<path d="${d}" fill="${fill}"${tags(attributes)}/>`;

export const polygonTag = (points: readonly (readonly [number, number])[], fill: string): string =>
  `<polygon points="${points.map(([x, y]) => `${x},${y}`).join(' ')}" fill="${fill}"/>`;

export const stroke = (d: string, colour: string, thickness: number, attributes: Attributes = {}): string =>
  shape(d, 'none', {
    stroke: colour,
    'stroke-width': thickness,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...attributes,
  });

export const box = (
  x: number,
  y: number,
  w: number,
  h: number,
  fill: string,
  attributes: Attributes = {},
): string => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"${tags(attributes)}/>`;

export const disc = (x: number, y: number, r: number, fill: string, attributes: Attributes = {}): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"${tags(attributes)}/>`;

export const oval = (
  x: number,
  y: number,
  rx: number,
  ry: number,
  fill: string,
  attributes: Attributes = {},
): string => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"${tags(attributes)}/>`;

export const group = (content: string, attributes: Attributes = {}): string =>
  `<g${tags(attributes)}>${content}</g>`;

export const placed = (content: string, x: number, y: number, scale = 1, turn = 0, flip = 1): string =>
  `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)}) scale(${(scale * flip).toFixed(3)} ${scale.toFixed(3)})">${content}</g>`;

export function canvas(
  defs: string,
  content: string,
  size: readonly [number, number] = [width, height],
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}" viewBox="0 0 ${size[0]} ${size[1]}"><defs>${defs}</defs>${content}</svg>`;
}

/** A layer of paint and, when needed, its definitions. */
export const paint = (content: string, defs = ''): Layer => ({ svg: canvas(defs, content) });
