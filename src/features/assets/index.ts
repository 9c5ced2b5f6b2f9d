export {
  type Asset,
  assetPath,
  assetsPath,
  isFindable as isFindableAsset,
  kindLabels,
  maySeeAsset,
} from './asset.ts'

import './asset-panels.ts'

export { publicAsset } from './public-asset.ts'
export { findAsset, listFindable as listFindableAssets, listWholeAssets } from './queries.ts'
