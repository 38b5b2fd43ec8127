/** The contrast of texts on the colour of the marketplace. */
import { expect, test } from 'vitest';
import { contrastOf, luminanceOf, parseColor, textColorOn } from '../../src/platform/contrast.ts';

test('the luminance and the contrast are those of the examples of WCAG', () => {
  expect(contrastOf(luminanceOf('#ffffff'), luminanceOf('#000000'))).toBeCloseTo(21, 5);
  expect(contrastOf(luminanceOf('#767676'), luminanceOf('#ffffff'))).toBeCloseTo(4.54, 2);
  expect(contrastOf(luminanceOf('#777777'), luminanceOf('#ffffff'))).toBeCloseTo(4.48, 2);
});

test('every colour carries white or black text with a contrast of at least 4.5:1', () => {
  const channels = Array.from({ length: 18 }, (_, step) => (step * 15).toString(16).padStart(2, '0'));
  const colors = channels.flatMap((red) =>
    channels.flatMap((green) => channels.map((blue) => `#${red}${green}${blue}`)),
  );
  const greys = Array.from({ length: 256 }, (_, value) => `#${value.toString(16).padStart(2, '0').repeat(3)}`);

  const unreadable = [...colors, ...greys].filter(
    (color) => contrastOf(luminanceOf(color), luminanceOf(textColorOn(color))) < 4.5,
  );

  expect(unreadable).toEqual([]);
});

test('a colour is # and six hexadecimal digits', () => {
  expect(['#1F4fd8', '#ABCDEF'].map(parseColor)).toEqual(['#1f4fd8', '#abcdef']);
  expect(['', '#fff', '1f4fd8', '#1f4fd8ff', '#1f4fd8\n', 'red'].map(parseColor)).toEqual(Array(6).fill(undefined));
});
