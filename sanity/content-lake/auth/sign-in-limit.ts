const limits = { perClient: 10, overall: 200, windowMilliseconds: 15 * 60_000 } as const;

/** Counts failed attempts to sign in. Forgets them with the program: a restart costs an attacker more than us. */
export class SignInLimit {
  readonly #failures: { client: string; at: number }[] = [];

  /** Seconds until another attempt is heard, or null when it is heard now. */
  secondsToWait(client: string, now: Date): number | null {
    const since = now.getTime() - limits.windowMilliseconds;
    while (this.#failures[0] && this.#failures[0].at <= since) this.#failures.shift();
    const own = this.#failures.filter((failure) => failure.client === client);
    const first = own.length >= limits.perClient ? own[0] : this.#failures[0];
    const isOver = own.length >= limits.perClient || this.#failures.length >= limits.overall;
    return isOver && first ? Math.ceil((first.at - since) / 1000) : null;
  }

  noteFailure(client: string, now: Date): void {
    this.#failures.push({ client, at: now.getTime() });
  }
}
