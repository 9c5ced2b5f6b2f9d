import { asset } from './assets.ts'

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
}

// The frame of the map file; a test holds the two together.
export const mapFrame = '0 0 1000 1835'

/** The United Kingdom by council, with some areas marked. One cached file for all pages; needs no script. */
export function CouncilMap({ id, title, description, highlighted, keyWords = [] }: CouncilMapProps) {
  const file = asset('map.svg')
  const strongestLast = highlighted.toSorted((a, b) => a.level - b.level)
  return (
    <div class="map">
      <svg
        class="map__picture"
        viewBox={mapFrame}
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
            <use href={`${file}#dot-${gss}`} />
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
