import { hashText } from './random.ts';

export type Noise = (x: number, y: number) => number;

function lattice(x: number, y: number, seed: number): number {
  let hash = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 2147483647);
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

const ease = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);

/** Smooth noise between 0 and 1 with features about one unit wide. */
function smoothNoise(name: string): Noise {
  const seed = hashText(name) & 0xffff;
  return (x, y) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const across = ease(x - left);
    const down = ease(y - top);
    const upper = lattice(left, top, seed) * (1 - across) + lattice(left + 1, top, seed) * across;
    const lower = lattice(left, top + 1, seed) * (1 - across) + lattice(left + 1, top + 1, seed) * across;
    return upper * (1 - down) + lower * down;
  };
}

/** Several octaves of smooth noise added up, still between 0 and 1. */
export function layeredNoise(name: string, octaves = 4): Noise {
  const noise = smoothNoise(name);
  return (x, y) => {
    let sum = 0;
    let weight = 0;
    for (let octave = 0; octave < octaves; octave += 1) {
      const scale = 2 ** octave;
      sum += noise(x * scale + octave * 17.3, y * scale + octave * 9.1) / scale;
      weight += 1 / scale;
    }
    return sum / weight;
  };
}

/** White noise per pixel, cheap enough to ask three million times. */
export function pixelNoise(x: number, y: number, seed: number): number {
  return lattice(x, y, seed);
}
