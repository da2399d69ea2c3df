/** The class of the element around what not everybody gets; structured data names it. */
export const gatedClass = 'gated';

/** Where the preview ended: the first block after it carries this id, for whoever has just got the rest. */
export const readOnFrom = 'read-on-from';

/** The wall's own id. */
export const wallId = 'wall';
