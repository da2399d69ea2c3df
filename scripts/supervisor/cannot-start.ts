/** A start that ends with a sentence for the person who started, not with a stack. */
export class CannotStart extends Error {}
