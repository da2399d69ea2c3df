import { httpError } from '../http/lake-error.ts';

type Fit = 'clip' | 'crop' | 'fill' | 'fillmax' | 'max' | 'min' | 'scale';
export type ImageFormat = 'jpg' | 'png' | 'webp' | 'avif';

/** One transformation, every value checked: what a URL's parameters ask for. */
export type ImageTransform = {
  rect: { left: number; top: number; width: number; height: number } | null;
  width: number | null;
  height: number | null;
  fit: Fit;
  crop: string;
  focus: { x: number; y: number };
  dpr: number;
  format: ImageFormat | null;
  isFormatAutomatic: boolean;
  quality: number | null;
  blur: number;
  sharpen: number;
  background: string | null;
  flip: { horizontal: boolean; vertical: boolean };
  rotate: number;
  isGrey: boolean;
};

const fits: readonly Fit[] = ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale'];
const crops = [
  'center',
  'top',
  'bottom',
  'left',
  'right',
  'top,left',
  'top,right',
  'bottom,left',
  'bottom,right',
  'focalpoint',
  'entropy',
];
const formats = new Map<string, ImageFormat>([
  ['jpg', 'jpg'],
  ['pjpg', 'jpg'],
  ['png', 'png'],
  ['webp', 'webp'],
  ['avif', 'avif'],
]);
const longestSide = 8192;

/** Null when the URL asks for the original. Unknown parameters are ignored, as the hosted service does. */
export function parseImageTransform(search: URLSearchParams): ImageTransform | null {
  const asked = [...search.keys()].some((key) => key !== 'dl');
  if (!asked) return null;
  const fit = oneOf(search, 'fit', fits) ?? 'clip';
  const flip = search.get('flip') ?? '';
  const format = search.get('fm');
  if (format !== null && !formats.has(format)) throw httpError(400, `Invalid fm: ${format}`);
  return {
    rect: rectOf(search.get('rect')),
    width: number(search, 'w', 1, longestSide, true),
    height: number(search, 'h', 1, longestSide, true),
    fit,
    crop: oneOf(search, 'crop', crops) ?? 'center',
    focus: { x: number(search, 'fp-x', 0, 1) ?? 0.5, y: number(search, 'fp-y', 0, 1) ?? 0.5 },
    dpr: number(search, 'dpr', 1, 3) ?? 1,
    format: format === null ? null : (formats.get(format) ?? null),
    isFormatAutomatic: search.get('auto') === 'format',
    quality: number(search, 'q', 1, 100, true),
    blur: number(search, 'blur', 0, 2000, true) ?? 0,
    sharpen: number(search, 'sharp', 0, 100, true) ?? number(search, 'sharpen', 0, 100, true) ?? 0,
    background: backgroundOf(search.get('bg')),
    flip: { horizontal: flip.includes('h'), vertical: flip.includes('v') },
    rotate: [0, 90, 180, 270].find((angle) => String(angle) === search.get('or')) ?? 0,
    isGrey: search.get('sat') === '-100',
  };
}

function number(
  search: URLSearchParams,
  name: string,
  low: number,
  high: number,
  isWhole = false,
): number | null {
  const text = search.get(name);
  if (text === null || text === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value) || value < low || value > high) {
    throw httpError(400, `Invalid ${name}: must be a number from ${low} to ${high}`);
  }
  return isWhole ? Math.round(value) : value;
}

function oneOf<Name extends string>(
  search: URLSearchParams,
  name: string,
  allowed: readonly Name[],
): Name | null {
  const text = search.get(name);
  if (text === null) return null;
  const value = allowed.find((candidate) => candidate === text);
  if (value === undefined) throw httpError(400, `Invalid ${name}: ${text}`);
  return value;
}

function rectOf(text: string | null): ImageTransform['rect'] {
  if (text === null) return null;
  const [left, top, width, height, ...others] = text.split(',').map(Number);
  const numbers = [left, top, width, height];
  if (
    others.length > 0 ||
    numbers.some((value) => value === undefined || !Number.isInteger(value) || value < 0)
  ) {
    throw httpError(400, 'Invalid rect: must be left,top,width,height');
  }
  if (!width || !height) throw httpError(400, 'Invalid rect: width and height must be positive');
  return { left: left ?? 0, top: top ?? 0, width, height };
}

function backgroundOf(text: string | null): string | null {
  if (text === null) return null;
  if (!/^([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) throw httpError(400, 'Invalid bg');
  return `#${text}`;
}
