import { blend, type Rgb, rgb, smoothstep } from './ground.ts';
import type { Noise } from './noise.ts';

type Blue = { surface: string; middle: string; deep: string; source: number; noise: Noise };

/** Water seen from within: light falls from above in beams that sway. */
export function waterColumn({ surface, middle, deep, source, noise }: Blue): (x: number, y: number) => Rgb {
  const [top, half, low] = [rgb(surface), rgb(middle), rgb(deep)];
  return (x, y) => {
    const depth = y / 1333;
    const away = Math.abs(x - source) / 1500;
    const dim = depth + away * 0.22;
    const base = dim < 0.45 ? blend(top, half, dim / 0.45) : blend(half, low, (dim - 0.45) / 0.6);
    const slant = (x - source) / (y + 420);
    const beam =
      smoothstep(0.5, 0.72, noise(slant * 9 + 20, 1.5)) * 0.7 +
      smoothstep(0.5, 0.7, noise(slant * 21, 4.5)) * 0.4;
    const lit = blend(base, rgb('#eefbe9'), beam * Math.exp(-depth * 2.6) * Math.exp(-away * 1.6) * 0.6);
    const ripple = Math.abs(noise(x / 130, y / 34) - 0.5);
    return blend(lit, rgb('#f6fff4'), smoothstep(0.05, 0.004, ripple) * smoothstep(0.17, 0, depth) * 0.8);
  };
}
