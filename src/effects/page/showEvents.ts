/** Lists what a story in another window tells, as it tells it. */

/** In milliseconds: how often is looked whether the window has another page. */
const OFTEN = 250;
/** Lines. */
const MOST = 20;

/** @param part names the events, and holds the button that opens the story and the log */
export function showEvents(part: HTMLElement): void {
  const names = part.dataset['events']!.split(' ');
  const log = part.querySelector('[role=log]')!;
  const button = part.querySelector('button')!;
  let story: Window | null = null;
  let heard: Document | undefined;

  function tell(event: Event): void {
    const line = document.createElement('p');
    const code = document.createElement('code');
    code.textContent = `${event.type} ${JSON.stringify((event as CustomEvent).detail)}`;
    line.append(code);
    log.prepend(line);
    log.children[MOST]?.remove();
  }

  function listen(): void {
    try {
      if (!story || story.closed || story.document === heard) return;
      heard = story.document;
      for (const name of names) heard.addEventListener(name, tell);
    } catch {
      // It has left for another site.
    }
  }

  button.addEventListener('click', () => {
    story = window.open(button.dataset['story'], 'story', 'popup,width=760,height=640');
  });
  setInterval(listen, OFTEN);
  document.documentElement.dataset['answersGuide'] = '';
}
