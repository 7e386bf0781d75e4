/** Has a worker keep the story for where there is no network, and offers a new build of it. */
import { savesData } from '../page/thrift.ts';
import { trusted } from '../page/trusted.ts';
import type { Message } from './messages.ts';

/** In milliseconds, after all else has come: keeping takes nothing from what is read. */
const REST = 3_000;

/**
 * Where no worker may run, or nothing be stored, the story comes from the network as before.
 *
 * @returns the undo of what is not begun yet
 */
export function keepStory(): () => void {
  const rested = setTimeout(() => attend().catch(() => {}), REST);
  return () => clearTimeout(rested);
}

async function attend(): Promise<void> {
  const container = navigator.serviceWorker;
  const template = document.querySelector<HTMLTemplateElement>('template[data-renewed]')!;
  const { renewed, home } = template.dataset as Record<string, string>;
  /** Whether this page is of a build that is kept: at the first visit it is once the worker has come. */
  let isKept = container.controller !== null;
  let taken = false;
  let offered = false;
  const tell = (worker: ServiceWorker | null, message: Message) => worker?.postMessage(message);
  const offer = (worker: ServiceWorker | null) => {
    if (!isKept || offered) return;
    offered = true;
    const line = document.importNode(template.content, true);
    line.querySelector('button')!.onclick = () => {
      taken = true;
      if (worker) tell(worker, { kind: 'take' });
      else location.reload();
    };
    document.body.append(line);
  };
  container.oncontrollerchange = () => {
    // Another window has taken the new build: this one follows as soon as nobody looks.
    if (!isKept) isKept = true;
    else if (taken || document.hidden) location.reload();
    else offer(null);
  };
  const registration = await container.register(trusted.createScriptURL(renewed!), {
    updateViaCache: 'none',
  });
  if (registration.waiting) offer(registration.waiting);
  registration.onupdatefound = () => {
    const { installing } = registration;
    installing!.onstatechange = () => {
      if (installing!.state === 'installed') offer(installing);
    };
  };
  tell((await container.ready).active, { kind: 'keep', home: home!, saves: savesData() });
}
