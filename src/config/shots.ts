/** When guns go off behind the far window of the blinds: progress of the chapter. Never three in a tenth of it. */
export const SHOTS: readonly number[] = [0.12, 0.24, 0.33, 0.47, 0.61, 0.74, 0.83];
