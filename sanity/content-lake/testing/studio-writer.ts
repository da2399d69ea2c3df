import { setImmediate } from 'node:timers/promises';
import type { SanityClient } from '@sanity/client';
import { BufferedDocument, Mutation } from '@sanity/mutator';

/** An open document as Studio holds it: @sanity/mutator's buffer, fed by a listener, committed by actions. */
export type StudioWriter = {
  text: () => string;
  /** Letter by letter, without waiting for what becomes of one before the next. */
  type: (letters: string, where: 'start' | 'end') => Promise<void>;
  close: () => void;
};

export async function openWriter(client: SanityClient, id: string): Promise<StudioWriter> {
  const buffer = new BufferedDocument((await client.getDocument(id)) ?? null);
  buffer.commitHandler = ({ mutation, success, cancel }) => {
    const { transactionId, mutations } = mutation.params;
    const publishedId = id.replace('drafts.', '');
    const actionType = 'sanity.action.document.edit';
    const actions = mutations.map(({ patch }) => ({ actionType, draftId: id, publishedId, patch }));
    const url = `/data/actions/${client.config().dataset}`;
    client.request({ method: 'POST', url, body: { actions, transactionId } }).then(success, cancel);
  };
  const { promise: isListening, resolve: heard } = Promise.withResolvers<void>();
  const listening = client
    .listen('*[_id == $id]', { id }, { events: ['welcome', 'mutation'], visibility: 'transaction' })
    .subscribe((event) => {
      if (event.type === 'welcome') heard();
      // The client's type lets a patch name several documents; in an event it names one.
      else buffer.arrive(new Mutation(event as ConstructorParameters<typeof Mutation>[0]));
    });
  await isListening;
  const text = () => String(buffer.LOCAL?.text);
  return {
    text,
    async type(letters, where) {
      for (const letter of letters) {
        const set = { text: where === 'start' ? letter + text() : text() + letter };
        buffer.add(new Mutation({ mutations: [{ patch: { id, set } }] }));
        buffer.commit();
        await setImmediate();
      }
    },
    close: () => listening.unsubscribe(),
  };
}
