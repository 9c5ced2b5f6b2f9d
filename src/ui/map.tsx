import { asset } from './assets.ts'
import { boundsOfAreas, type Frame, frameAround, viewBoxOf, wholeFrame } from './map-frame.ts'

/** 3 is the strongest. */
export type MapLevel = 1 | 2 | 3

export interface HighlightedArea {
  /** ONS code of a council, a combined authority or the Greater London Authority. */
  gss: string
  level: MapLevel
  /** Shown when pointed at: "Leeds City Council: has this problem". */
  label: string
}

export interface CouncilMapProps {
  /** Unique on the page. */
  id: string
  title: string
  /** What the picture shows, in words. A table with the same facts stands beside the map. */
  description: string
  highlighted: HighlightedArea[]
  /** What each level means, strongest first. */
  keyWords?: { level: MapLevel; text: string }[]
  /** ONS codes of a place, to show that and what lies around it; the whole country where not given. */
  around?: string[]
}

const asDrawn = { line: 3, dash: [7, 5] }

/** Outlines as thin as in the picture of the whole country: how a line is drawn goes down to the shapes, which come from another file. */
const lines = ({ width }: Frame) => {
  const scale = width / wholeFrame.width
  const scaled = (length: number) => String(Math.round(length * scale * 100) / 100)
  return { 'stroke-width': scaled(asDrawn.line), 'stroke-dasharray': asDrawn.dash.map(scaled).join(' ') }
}

/** The United Kingdom by council, or a part of it, with some areas marked. One cached file for all pages; needs no script. */
export function CouncilMap({ id, title, description, highlighted, keyWords = [], around }: CouncilMapProps) {
  const file = asset('map.svg')
  const frame = frameAround(boundsOfAreas(around ?? []))
  const isNear = frame.width < wholeFrame.width / 2
  const strongestLast = highlighted.toSorted((a, b) => a.level - b.level)
  return (
    <div class="map">
      <svg
        class={isNear ? 'map__picture map__picture--near' : 'map__picture'}
        viewBox={viewBoxOf(frame)}
        {...(isNear && lines(frame))}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-description`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        <use class="map__base" href={`${file}#base`} />
        {strongestLast.map(({ gss, level, label }) => (
          <g key={gss} class={`map__area map__area--${level}`}>
            <title>{label}</title>
            <use href={`${file}#${gss}`} />
            {!isNear && <use href={`${file}#dot-${gss}`} />}
          </g>
        ))}
      </svg>
      {keyWords.length > 0 && (
        <ul class="map__key">
          {keyWords.map(({ level, text }) => (
            <li key={level} class="map__key-row">
              <svg class={`map__sample map__area map__area--${level}`} viewBox="0 0 20 14" aria-hidden="true">
                <rect x="2" y="2" width="16" height="10" />
              </svg>
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
