import type { Scene } from './kit/svg.ts';
import { altarCandles } from './scenes/altar-candles.ts';
import { bacalarPier } from './scenes/bacalar-pier.ts';
import { beachPath } from './scenes/beach-path.ts';
import { birdsDusk } from './scenes/birds-dusk.ts';
import { borderFlags } from './scenes/border-flags.ts';
import { borderRiver } from './scenes/border-river.ts';
import { brainCoral } from './scenes/brain-coral.ts';
import { canoeCanal } from './scenes/canoe-canal.ts';
import { ceibaNight } from './scenes/ceiba-night.ts';
import { cenoteLight } from './scenes/cenote-light.ts';
import { channelAerial } from './scenes/channel-aerial.ts';
import { chicleTree } from './scenes/chicle-tree.ts';
import { coastMap } from './scenes/coast-map.ts';
import { cobaCanopy } from './scenes/coba-canopy.ts';
import { colonnade } from './scenes/colonnade.ts';
import { containerPort } from './scenes/container-port.ts';
import { darkBeach } from './scenes/dark-beach.ts';
import { embroidery } from './scenes/embroidery.ts';
import { ferryCrossing } from './scenes/ferry-crossing.ts';
import { fishingBoats } from './scenes/fishing-boats.ts';
import { flamingos } from './scenes/flamingos.ts';
import { glyphStones } from './scenes/glyph-stones.ts';
import { hammockWeave } from './scenes/hammock-weave.ts';
import { hotelStrip } from './scenes/hotel-strip.ts';
import { laboratoryGlass } from './scenes/laboratory-glass.ts';
import { logHives } from './scenes/log-hives.ts';
import { mangroveRoots } from './scenes/mangrove-roots.ts';
import { marketStall } from './scenes/market-stall.ts';
import { nativeGarden } from './scenes/native-garden.ts';
import { negotiationTable } from './scenes/negotiation-table.ts';
import { papelPicado } from './scenes/papel-picado.ts';
import { passportDesk } from './scenes/passport-desk.ts';
import { pibTable } from './scenes/pib-table.ts';
import { pyramidShadow } from './scenes/pyramid-shadow.ts';
import { reefCrest } from './scenes/reef-crest.ts';
import { reefGarden } from './scenes/reef-garden.ts';
import { rooftops } from './scenes/rooftops.ts';
import { sandbar } from './scenes/sandbar.ts';
import { sargassumShore } from './scenes/sargassum-shore.ts';
import { shadeStreet } from './scenes/shade-street.ts';
import { spinyLobster } from './scenes/spiny-lobster.ts';
import { stormKit } from './scenes/storm-kit.ts';
import { stormSpiral } from './scenes/storm-spiral.ts';
import { sunClock } from './scenes/sun-clock.ts';
import { trainForest } from './scenes/train-forest.ts';
import { tulumCliff } from './scenes/tulum-cliff.ts';
import { turtleHatchlings } from './scenes/turtle-hatchlings.ts';
import { spotPattern, whaleShark } from './scenes/whale-shark.ts';
import { windowSeat } from './scenes/window-seat.ts';
import { zenithPole } from './scenes/zenith-pole.ts';

/** Every picture of the dataset by its file name. */
export const catalogue: Record<string, () => Scene | Promise<Scene>> = {
  'altar-candles': altarCandles,
  'bacalar-pier': bacalarPier,
  'beach-path': beachPath,
  'birds-dusk': birdsDusk,
  'border-flags': borderFlags,
  'border-river': borderRiver,
  'brain-coral': brainCoral,
  'canoe-canal': canoeCanal,
  'ceiba-night': ceibaNight,
  'cenote-light': () =>
    cenoteLight({
      seed: 'cenote',
      opening: 1120,
      lean: -190,
      surface: 860,
      rock: '#33302c',
      water: ['#052a3a', '#0d7f94', '#9fe9dc'],
    }),
  'channel-aerial': channelAerial,
  'chicle-tree': chicleTree,
  'coast-map': coastMap,
  'coba-canopy': cobaCanopy,
  colonnade: colonnade,
  'container-port': containerPort,
  'dark-beach': darkBeach,
  embroidery: embroidery,
  'ferry-crossing': ferryCrossing,
  'fishing-boats': fishingBoats,
  flamingos: flamingos,
  'glyph-stones': glyphStones,
  'hammock-weave': hammockWeave,
  'hotel-strip': hotelStrip,
  'laboratory-glass': laboratoryGlass,
  'log-hives': logHives,
  'mangrove-roots': mangroveRoots,
  'market-stall': marketStall,
  'native-garden': nativeGarden,
  'negotiation-table': negotiationTable,
  'papel-picado': papelPicado,
  'passport-desk': passportDesk,
  'pib-table': pibTable,
  'pyramid-shadow': pyramidShadow,
  'reef-crest': reefCrest,
  'reef-garden': reefGarden,
  rooftops: rooftops,
  sandbar: sandbar,
  'sargassum-shore': sargassumShore,
  'shade-street': shadeStreet,
  'spiny-lobster': spinyLobster,
  'spot-pattern': spotPattern,
  'storm-kit': stormKit,
  'storm-spiral': stormSpiral,
  'sun-clock': sunClock,
  'train-forest': trainForest,
  'tulum-cliff': tulumCliff,
  'turtle-hatchlings': turtleHatchlings,
  'whale-shark': whaleShark,
  'window-seat': windowSeat,
  'zenith-pole': zenithPole,
};
