/** A chart of figures over time: a row of bars for each series, one point to explore, and the same figures as a table. */
import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import './chart.css';

/** Figures of the same kind, one for each point. */
export interface ChartSeries {
  readonly name: string;
  readonly values: readonly number[];
  format(value: number): string;
}

interface ChartProps {
  /** The title of the figures, which no other chart of the page has. */
  readonly title: string;
  /** The name of the points, such as "Day". */
  readonly pointName: string;
  /** The points by their labels, oldest first; at least one. */
  readonly points: readonly string[];
  readonly series: readonly ChartSeries[];
}

export function Chart({ title, pointName, points, series }: ChartProps) {
  const text = useText();
  const last = points.length - 1;
  const [chosen, setChosen] = useState(last);
  // The list may have become shorter.
  const selected = Math.min(chosen, last);
  const readout = [
    points[selected],
    ...series.map(({ name, values, format }) => text('chart.value', { name, value: format(values[selected] ?? 0) })),
  ].join(' · ');
  return (
    <section className="chart" aria-label={title}>
      {series.map((one) => (
        <SeriesPlot key={one.name} series={one} points={points} selected={selected} />
      ))}
      <div className="row row--spread muted small" aria-hidden="true">
        <span>{points[0]}</span>
        <span>{last > 0 && points[last]}</span>
      </div>
      {last > 0 && (
        <label className="small">
          {pointName}
          <input
            className="chart__slider"
            type="range"
            min={0}
            max={last}
            value={selected}
            aria-valuetext={readout}
            onChange={({ target }) => setChosen(target.valueAsNumber)}
          />
        </label>
      )}
      <p className="small">{readout}</p>
      <details>
        <summary>{text('chart.showTable')}</summary>
        <FiguresTable {...{ title, pointName, points, series }} />
      </details>
    </section>
  );
}

interface SeriesPlotProps {
  readonly series: ChartSeries;
  readonly points: readonly string[];
  readonly selected: number;
}

/** The bars of a series below its name and its sum. They are as wide as the page, so they contain no text. */
function SeriesPlot({ series: { name, values, format }, points, selected }: SeriesPlotProps) {
  const text = useText();
  const most = Math.max(...values);
  const scale = scaleOf(values);
  return (
    <figure>
      <figcaption className="small">
        <strong>{name}</strong>{' '}
        <span className="muted">
          {text('chart.summary', {
            total: format(values.reduce((sum, value) => sum + value, 0)),
            most: format(most),
            label: points[values.indexOf(most)] ?? '',
          })}
        </span>
      </figcaption>
      <svg
        className="chart__plot"
        viewBox={`0 0 ${values.length} ${plotHeight}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path className="chart__cursor" d={`M${selected} 0h1v${plotHeight}h-1z`} />
        <path className="chart__bars" d={values.map((value, index) => barPath(scale, value, index)).join('')} />
        <path className="chart__selected" d={barPath(scale, values[selected] ?? 0, selected)} />
        <line className="chart__zero" x1={0} x2={values.length} y1={scale.zero} y2={scale.zero} />
      </svg>
    </figure>
  );
}

const plotHeight = 100;
/** The least height of a bar whose value is not zero. */
const minBarHeight = 1;
/** The largest number of bars with gaps between them. */
const maxSeparateBars = 62;

interface Scale {
  /** The height of the value 1. */
  readonly unit: number;
  /** The distance of the value 0 from the upper end. */
  readonly zero: number;
  /** The space beside each bar. A bar with it has the width 1. */
  readonly gap: number;
}

/** The scale on which all values, and 0, fill the height of the plot. */
function scaleOf(values: readonly number[]): Scale {
  const [top, bottom] = [Math.max(0, ...values), Math.min(0, ...values)];
  const gap = values.length <= maxSeparateBars ? 0.1 : 0;
  if (top === bottom) return { unit: 0, zero: plotHeight, gap };
  const unit = plotHeight / (top - bottom);
  return { unit, zero: top * unit, gap };
}

/** The bar of a value at a position, above the zero line or below it. */
function barPath({ unit, zero, gap }: Scale, value: number, index: number): string {
  const height = value === 0 ? 0 : Math.max(minBarHeight, Math.abs(value) * unit);
  const width = 1 - 2 * gap;
  return `M${index + gap} ${zero}v${value > 0 ? -height : height}h${width}V${zero}z`;
}

function FiguresTable({ title, pointName, points, series }: ChartProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a set of form fields
    <div
      className="chart__table"
      role="group"
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{pointName}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((label, index) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {series.map(({ name, values, format }) => (
                <td key={name}>{format(values[index] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
