/** Between tabs of this site: whoever begins to sound asks the others to stop. Nobody is ever asked to begin. */
const NAME = 'ballerina.sound';

export interface SoundChannel {
  claim(): void;
}

export function soundChannel(onClaimed: () => void): SoundChannel {
  try {
    const channel = new BroadcastChannel(NAME);
    channel.addEventListener('message', onClaimed);
    return { claim: () => channel.postMessage(null) };
  } catch {
    return { claim: () => {} };
  }
}
