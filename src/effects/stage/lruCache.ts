/** Keeps what was made and used lately; what was not used for `size` other things is forgotten. */
export class LruCache<Key, Value> {
  readonly #size: number;
  readonly #make: (key: Key) => Value;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  constructor(size: number, make: (key: Key) => Value) {
    this.#size = size;
    this.#make = make;
  }

  get(key: Key): Value {
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const value = this.#old.get(key) ?? this.#make(key);
    if (this.#young.size >= this.#size) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    return value;
  }
}
