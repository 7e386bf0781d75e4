/** Replies in place: each chapter's at its end, once that is near, and a form that answers there. */

import { trusted } from '../page/trusted.ts';

/** What `/replies/<slug>.json` says. */
interface Listed {
  readonly count: number;
  /** How many there are, in words. */
  readonly said: string;
  readonly html: string;
}

/** What the service answers to a form: how it stands, and its reply or the form with its faults. */
interface Answered {
  readonly said: string;
  readonly html?: string;
  /** What is in the form from now on. */
  readonly form: string;
}

/** Returns the undo. */
export function attendReplies(): () => void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        show(target as HTMLElement);
      }
    },
    { rootMargin: '100%' },
  );
  for (const part of document.querySelectorAll('[data-replies]')) near.observe(part);
  return () => near.disconnect();
}

/** @param part the section at a chapter's end */
function show(part: HTMLElement): void {
  const { replies: path, failed } = part.dataset as Record<string, string>;
  const find = (selector: string) => part.querySelector<HTMLElement>(selector)!;
  const form = find('form') as HTMLFormElement;
  const list = find('[data-replies-list]');
  const told = find('[data-replies-said]');
  let stamp: Promise<string> | undefined;
  let sending = false;

  // What does not come is still behind the link to its page.
  fetch(`${path!.slice(0, -1)}.json`)
    .then(async (response) => {
      const { count, said, html } = (await response.json()) as Listed;
      if (count === 0) return;
      find('.replies__count a').innerHTML = trusted.createHTML(said);
      list.insertAdjacentHTML('afterbegin', trusted.createHTML(html));
      part.toggleAttribute('data-some', true);
    })
    .catch(() => {});

  list.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-answers]');
    if (!link) return;
    event.preventDefault();
    answer(link.dataset['answers']!, link.dataset['said']!);
  });
  // Says when the form was begun.
  form.addEventListener('focusin', () => {
    stamp ??= fetch(`${path}stamp`).then(
      (response) => (response.ok ? response.text() : ''),
      () => '',
    );
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!sending) void send();
  });

  async function send(): Promise<void> {
    sending = true;
    told.textContent = '';
    const fields = new URLSearchParams([...new FormData(form)] as [string, string][]);
    try {
      fields.set('stamp', (await stamp) ?? '');
      const headers = { Accept: 'application/json' };
      const response = await fetch(form.action, { method: 'POST', headers, body: fields });
      const answered = (await response.json()) as Answered;
      told.innerHTML = trusted.createHTML(answered.said);
      form.innerHTML = trusted.createHTML(answered.form);
      if (response.ok) {
        keep(fields.get('parent'), answered.html!);
        form.parentElement!.toggleAttribute('open', false);
      }
      (form.querySelector<HTMLElement>('[aria-invalid]') ?? told).focus();
    } catch {
      told.innerHTML = trusted.createHTML(failed!);
      told.focus();
    }
    sending = false;
  }

  /** The form answers a reply from now on. */
  function answer(parent: string, said: string): void {
    (form.elements.namedItem('parent') as HTMLInputElement).value = parent;
    find('.replies__answering').textContent = said;
    form.parentElement!.toggleAttribute('open', true);
    find('[name=name]').focus();
  }

  /** What its writer alone sees until it is read. */
  function keep(parent: string | null, html: string): void {
    const under = (parent && document.getElementById(`reply-${parent}`)) || list;
    let answers = under.querySelector(':scope > ol');
    if (!answers) {
      answers = document.createElement('ol');
      answers.className = 'replies__list';
      under.append(answers);
    }
    answers.insertAdjacentHTML('beforeend', trusted.createHTML(html));
    part.toggleAttribute('data-some', true);
  }
}
