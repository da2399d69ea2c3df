import { layeredNoise, type Noise, pixelNoise } from '../kit/noise.ts';
import type { Scene } from '../kit/svg.ts';
import { mexico, type Texture, unitedStates } from './flag-designs.ts';

const width = 2400;
const height = 1600;

type Cloth = { fold: (x: number, y: number) => number };

/** The height of the cloth above the plane: long folds that wander, with small ones riding on them. */
function cloth(name: string, lean: number): Cloth {
  const wander: Noise = layeredNoise(`${name} wander`, 2);
  const swell: Noise = layeredNoise(`${name} swell`, 2);
  return {
    fold: (x, y) => {
      const across = x + y * lean + (wander(x / 900, y / 700) - 0.5) * 620;
      const depth = 0.45 + swell(x / 700, y / 900) * 0.9;
      const long = Math.sin(across / 74) * 0.62 + Math.sin(across / 41 + 1.3 + y / 900) * 0.22;
      const small = Math.sin(across / 19 + (wander(x / 260, y / 380) - 0.5) * 9) * 0.05;
      return (long * depth + small) * 46;
    },
  };
}

/** How much cloth lies between the anchor and each column of a row: folds take up more than they show. */
function lengthAlong({ fold }: Cloth, y: number, anchor: number, stretch: number): Float64Array {
  const lengths = new Float64Array(width);
  let before = fold(0, y);
  for (let x = 1; x < width; x += 1) {
    const here = fold(x, y);
    lengths[x] = (lengths[x - 1] ?? 0) + Math.hypot(1, (here - before) * stretch);
    before = here;
  }
  const start = lengths[anchor] ?? 0;
  return lengths.map((length) => length - start);
}

function sample(
  { data, width: across, height: down }: Texture,
  u: number,
  v: number,
  channel: number,
): number {
  const x = Math.min(across - 2, Math.max(0, u));
  const y = Math.min(down - 2, Math.max(0, v));
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const get = (column: number, row: number): number => data[(row * across + column) * 3 + channel] ?? 0;
  const upper = get(left, top) * (1 - (x - left)) + get(left + 1, top) * (x - left);
  const lower = get(left, top + 1) * (1 - (x - left)) + get(left + 1, top + 1) * (x - left);
  return upper * (1 - (y - top)) + lower * (y - top);
}

const smooth = (from: number, to: number, value: number): number => {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** Two flags side by side, the left one hanging over the right, lit from the upper left. */
export async function borderFlags(): Promise<Scene> {
  const hoist = 1780;
  const [left, right] = [await unitedStates(hoist), await mexico(hoist)];
  const cloths = { left: cloth('left', 0.34), right: cloth('right', 0.22) };
  const edgeNoise = layeredNoise('edge', 2);
  const ground = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const lengths = {
      left: lengthAlong(cloths.left, y, 0, 1.15),
      right: lengthAlong(cloths.right, y, 1715, 1.25),
    };
    const edge = 1215 + (edgeNoise(y / 640, 3) - 0.5) * 190 - (y - 800) * 0.06;
    for (let x = 0; x < width; x += 1) {
      const onLeft = x < edge;
      const { fold } = onLeft ? cloths.left : cloths.right;
      const here = fold(x, y);
      const slopeX = (fold(x + 2, y) - here) / 2;
      const slopeY = (fold(x, y + 2) - here) / 2;
      const roll = onLeft ? smooth(edge - 90, edge, x) : 0;
      const normalX = -slopeX * 1.5 + roll * roll * 2.4;
      const normalY = -slopeY * 1.5;
      const length = Math.hypot(normalX, normalY, 1);
      const [nx, ny, nz] = [normalX / length, normalY / length, 1 / length];
      const light = Math.max(0, nx * -0.55 + ny * -0.42 + nz * 0.72);
      const sheen = Math.max(0, nx * -0.3 + ny * -0.24 + nz * 0.92) ** 22;
      const hollow = smooth(-52, 30, here) * 0.42 + 0.58;
      const shadow = onLeft ? 1 : 1 - 0.62 * (1 - smooth(0, 210, x - edge)) ** 1.6;
      const corner = 1 - 0.3 * smooth(700, 1500, Math.hypot(x - 1150, (y - 760) * 1.2));
      const weave =
        1 + Math.sin(x * 1.9) * 0.012 + Math.sin(y * 1.7) * 0.012 + (pixelNoise(x, y, 5) - 0.5) * 0.05;
      const shade = (0.2 + light * 1.02) * hollow * shadow * corner * weave;
      const along = (onLeft ? lengths.left : lengths.right)[x] ?? 0;
      const u = onLeft ? along * 1.1 + 30 : right.width / 2 + along * 1.34;
      const v = y + slopeY * 40 + here * 0.3 + 80;
      const pixel = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const dye = sample(onLeft ? left : right, u, v, channel) / 255;
        const lit = dye ** 1.25 * shade + sheen * (0.1 + dye * 0.1) * hollow * shadow * corner;
        const warm = channel === 0 ? 1.03 : channel === 2 ? 0.95 : 1;
        ground[pixel + channel] = Math.min(255, 255 * (1 - Math.exp(-lit * warm * 1.6)) * 1.12);
      }
    }
  }
  return { layers: [], ground, width, height, quality: 76 };
}
