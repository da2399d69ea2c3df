import { type RefObject, useEffect, useEffectEvent } from 'react';

/**
 * Tells when a link inside is pressed to go where it leads, and keeps the reader here instead. Without scripts, or with a
 * key held to open it elsewhere, the link is a link.
 */
export function useLinkPresses(
  around: RefObject<HTMLElement | null>,
  selector: string,
  onPress: (link: Element) => void,
): void {
  const pressed = useEffectEvent(onPress);

  useEffect(() => {
    const element = around.current;
    function press(event: MouseEvent) {
      const link = event.target instanceof Element && event.target.closest(selector);
      if (!link || !isPlain(event)) return;
      event.preventDefault();
      pressed(link);
    }
    element?.addEventListener('click', press);
    return () => element?.removeEventListener('click', press);
  }, [around, selector]);
}

function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
