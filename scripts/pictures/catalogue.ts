import type { Scene } from './kit/svg.ts';
import { borderFlags } from './scenes/border-flags.ts';
import { borderRiver } from './scenes/border-river.ts';
import { cenoteLight } from './scenes/cenote-light.ts';
import { containerPort } from './scenes/container-port.ts';
import { negotiationTable } from './scenes/negotiation-table.ts';
import { passportDesk } from './scenes/passport-desk.ts';
import { sargassumShore } from './scenes/sargassum-shore.ts';
import { stormSpiral } from './scenes/storm-spiral.ts';
import { turtleHatchlings } from './scenes/turtle-hatchlings.ts';

/** Every picture of the dataset by its file name. */
export const catalogue: Record<string, () => Scene | Promise<Scene>> = {
  'border-flags': borderFlags,
  'border-river': borderRiver,
  'cenote-light': () =>
    cenoteLight({
      seed: 'cenote',
      opening: 1120,
      lean: -190,
      surface: 860,
      rock: '#33302c',
      water: ['#052a3a', '#0d7f94', '#9fe9dc'],
    }),
  'container-port': containerPort,
  'negotiation-table': negotiationTable,
  'passport-desk': passportDesk,
  'sargassum-shore': sargassumShore,
  'storm-spiral': stormSpiral,
  'turtle-hatchlings': turtleHatchlings,
};
