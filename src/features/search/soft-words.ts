/**
 * Words in which people wrap what they ask for. They count, but less: rare as some are in what is published, they say
 * nothing of the matter.
 */
export const softWords = `
  able about across actually allow almost already also although always anybody anyone anything anyway around ask
  available aware away bad become becoming behind being believe best better big bit bring came can cannot come coming
  consider could currently deal did different difficult discuss do does doing done easily easy either else enough etc
  ever every everybody everyone everything example far few find finding get gets getting give given gives giving go goes
  going good got great happen happening hard have help how however idea improve instead interested involve keep keeps
  kind know lack less let like likely little look looking lot lots made make makes making many may maybe might more
  mostly much must need needed needing needs never new nobody nothing now obtain often ok one ones onto other others ought
  perhaps please possible probably problem problems put question quite rather really right said same saw say see seeing
  seem seems seen several shall should show since so some somebody someone something sometimes somewhere soon still such
  sure take taken takes taking tell than thank that thing things think though through thus together too took toward
  towards tried try trying unable unless until upon us use used useful uses using usually various very via want wanted
  wants way ways well went what whatever when where whether which while who whole whom whose why will with within
  without wonder work works would yet`
