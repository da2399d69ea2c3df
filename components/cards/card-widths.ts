/** Picture widths on offer and the room each place gives them, at the breakpoints of globals.css. */
export const pictureRoom = {
  lead: {
    widths: [480, 720, 960, 1280, 1600],
    sizes: '(width >= 77.5rem) 672px, (width >= 64rem) 55vw, calc(100vw - 2rem)',
  },
  second: {
    widths: [160, 320, 480, 640],
    sizes: '(width >= 77.5rem) 190px, (width >= 64rem) 16vw, (width >= 40rem) 30vw, 30vw',
  },
  opener: {
    widths: [320, 480, 640, 960, 1280],
    sizes: '(width >= 77.5rem) 572px, (width >= 64rem) 46vw, (width >= 40rem) 48vw, calc(100vw - 2rem)',
  },
  related: {
    widths: [160, 320, 480, 640, 800],
    sizes: '(width >= 77.5rem) 370px, (width >= 40rem) 31vw, 30vw',
  },
  thumb: {
    widths: [160, 240, 320, 400, 560],
    sizes: '(width >= 64rem) 272px, (width >= 40rem) 200px, 30vw',
  },
} as const;
