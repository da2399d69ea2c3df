import { blend, type Rgb, rgb } from './ground.ts';
import type { Noise } from './noise.ts';

type Wood = { noise: Noise; dark: string; light: string; plank: number; turn?: number };

/** A table top of planks: grain along them, a dark joint between. */
export function wood({ noise, dark, light, plank, turn = 0 }: Wood): (x: number, y: number) => Rgb {
  const [low, high] = [rgb(dark), rgb(light)];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (x, y) => {
    const along = x * cos + y * sin;
    const across = y * cos - x * sin;
    const row = Math.floor(across / plank);
    const rings = noise(along / 520 + row * 7.7, across / 26 + row * 3);
    const fibre = noise(along / 130 + row * 3.1, across / 3.4);
    const tone = 0.5 + (noise(row * 5.3, 1) - 0.5) * 0.5 + (Math.sin(rings * 34) * 0.5 + (fibre - 0.5)) * 0.3;
    const seam = Math.min(across - row * plank, (row + 1) * plank - across);
    return blend(blend(low, high, tone), rgb('#120b07'), seam < 3 ? 0.6 : Math.max(0, 0.22 - seam / 90));
  };
}

/** Cloth or laid paper: a fine weave over slow stains. */
export function linen(noise: Noise, base: string, stain: string): (x: number, y: number) => Rgb {
  const [plain, worn] = [rgb(base), rgb(stain)];
  return (x, y) => {
    const weave =
      (Math.sin(x * 0.9) + Math.sin(y * 0.9)) * 0.05 +
      (noise(x / 3, y / 40) + noise(x / 40, y / 3) - 1) * 0.22;
    return blend(plain, worn, (noise(x / 330, y / 330) - 0.35) * 0.8 + weave);
  };
}
