// The normal quantile, against published values.
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../workflows/insights/normal.ts';

describe('the normal quantile', () => {
  it.each([
    [0.5, 0],
    [0.8, 0.8416212335729143],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167813],
    [1e-20, -9.26234008979841],
  ])('of %f is %f', (share, z) => {
    expect(normalQuantile(share)).toBeCloseTo(z, 13);
  });

  it.each([0, 1, -0.1, 1.1, Number.NaN])('has no answer for %f', (share) => {
    expect(() => normalQuantile(share)).toThrow(`Not between 0 and 1: ${share}`);
  });
});
