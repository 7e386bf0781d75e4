/** Draws an engraved staff that runs along its canvas; what sounds is drawn over in its own colour. */
import { type EngravedMark, engravedMarks } from '../../core/staff/engravedMarks.ts';
import { glide } from '../../core/staff/glide.ts';
import { middleLine, STAFF_UNITS } from '../../core/staff/staffPlace.ts';
import { contextOf, type StageCanvas } from '../stage/canvasPen.ts';
import type { StaffCall, StaffReply } from '../stage/protocol.ts';

type Call<K extends StaffCall['kind']> = Extract<StaffCall, { kind: K }>;

/** In the engraving's units: the five lines, drawn for paper, hold on a dark ground … */
const STOUTER = { from: 13, to: 18 };
/** … and what sounds is a little stouter than what it covers. */
const SOUNDING = { symbol: 24, line: 34 };

export class StaffPainter {
  readonly #canvas: StageCanvas;
  readonly #context: ReturnType<typeof contextOf>;
  readonly #reply: (reply: StaffReply) => void;
  #marks: readonly (EngravedMark & { readonly shape: Path2D })[] = [];
  #middle = 0;
  #piece: Call<'open'> | undefined;
  #box: Call<'box'> | undefined;
  #shown: Call<'show'> | undefined;
  #run = Number.NaN;
  #drawn = 0;
  #asked = 0;

  constructor(canvas: StageCanvas, reply: (reply: StaffReply) => void) {
    this.#canvas = canvas;
    this.#context = contextOf(canvas, true);
    this.#reply = reply;
    canvas.addEventListener('contextrestored', () => this.#ask());
  }

  hear(call: StaffCall): void {
    if (call.kind === 'open') this.#open(call);
    else if (call.kind === 'box') {
      this.#box = call;
      const { width, height, ratio } = call.box;
      this.#canvas.width = Math.max(1, Math.round(width * ratio));
      this.#canvas.height = Math.max(1, Math.round(height * ratio));
      this.#move(0);
      this.#paint();
    } else {
      this.#shown = call;
      this.#ask();
    }
  }

  #open(call: Call<'open'>): void {
    const shapes = new Map<string, Path2D>();
    this.#piece = call;
    this.#shown = undefined;
    this.#run = Number.NaN;
    this.#middle = middleLine(call.svg) ?? 0;
    this.#marks = engravedMarks(call.svg).map((mark) => {
      const shape = shapes.get(mark.path) ?? new Path2D(mark.path);
      shapes.set(mark.path, shape);
      return { ...mark, shape };
    });
    this.#reply({ kind: 'drawn', piece: call.piece });
  }

  #ask(): void {
    this.#asked ||= requestAnimationFrame((now) => {
      this.#asked = 0;
      if (now - this.#drawn < (this.#box?.pause ?? 0)) return this.#ask();
      const seconds = Math.min(0.1, (now - this.#drawn) / 1000);
      this.#drawn = now;
      const rests = this.#move(seconds);
      this.#paint();
      if (!rests) this.#ask();
    });
  }

  /** Moves on by `seconds`; whether it has come to rest. */
  #move(seconds: number): boolean {
    const { aim = 0, glides = false } = this.#shown ?? {};
    // A leap (another moment, a repeat) is not run through.
    const near = Math.abs(aim - this.#run) < (this.#box?.box.width ?? 0);
    this.#run = glides && near ? glide(this.#run, aim, seconds) : aim;
    return this.#run === aim;
  }

  #paint(): void {
    const context = this.#context;
    const [piece, place, shown] = [this.#piece, this.#box, this.#shown];
    context.resetTransform();
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    if (!piece || !place || !shown) return;
    const { ratio, width } = place.box;
    const unit = place.staff / STAFF_UNITS;
    const [left, right] = [this.#run / unit, (this.#run + width) / unit];
    const scale = ratio * unit;
    const x = -ratio * this.#run;
    const y = ratio * place.middle - scale * this.#middle;
    const seen = this.#marks.filter(({ from, to }) => to > left && from < right);
    const draw = (mark: (typeof seen)[number], stroke: number) => {
      const [a, b, c, d, e, f] = mark.at;
      context.setTransform(
        scale * a,
        scale * b,
        scale * c,
        scale * d,
        scale * e + x,
        scale * f + y,
      );
      context.fill(mark.shape);
      if (stroke === 0) return;
      // Widths are given before a symbol's own scale.
      context.lineWidth = stroke;
      context.stroke(mark.shape);
    };
    context.lineCap = 'butt';
    context.fillStyle = context.strokeStyle = piece.ink;
    for (const mark of seen) draw(mark, mark.stroke === STOUTER.from ? STOUTER.to : mark.stroke);
    context.fillStyle = context.strokeStyle = piece.sounding;
    for (const mark of seen)
      if (mark.within.some((id) => shown.sounding.includes(id)))
        draw(mark, mark.stroke > 0 ? SOUNDING.line : SOUNDING.symbol);
    this.#fade(place);
  }

  /** Takes away what lies towards the ends. */
  #fade({ box: { width, height, ratio }, fades: [left, right] }: Call<'box'>): void {
    const context = this.#context;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.globalCompositeOperation = 'destination-out';
    for (const [edge, reach] of [
      [0, left],
      [width, -right],
    ] as const) {
      const gone = context.createLinearGradient(edge, 0, edge + reach, 0);
      gone.addColorStop(0, '#000');
      gone.addColorStop(1, '#0000');
      context.fillStyle = gone;
      context.fillRect(edge, 0, reach, height);
    }
    context.globalCompositeOperation = 'source-over';
  }
}
