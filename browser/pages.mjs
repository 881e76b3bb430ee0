// Which pages are looked at, and in which states.

/** Every kind of page, with the municipality that shows it best. */
export const pages = (real, invented) => [
  { name: 'start', url: `${invented}/` },
  { name: 'start-real', url: `${real}/` },
  { name: 'start-fi', url: `${real}/fi/` },
  { name: 'start-before', url: `${invented}/?per=2014-06-01` },
  { name: 'direction', url: `${invented}/2016-2019/` },
  { name: 'direction-real', url: `${real}/2011/` },
  { name: 'direction-not-yet', url: `${real}/2024-2027/?per=2020-01-01` },
  { name: 'goal', url: `${invented}/2016-2019/mal/hojd-utbildningsniva` },
  { name: 'goal-real', url: `${real}/2016-2019/mal/hojd-utbildningsniva` },
  { name: 'goal-empty', url: `${real}/2024-2027/mal/starkt-beredskap` },
  { name: 'goal-past', url: `${invented}/2016-2019/mal/hojd-utbildningsniva?per=2018-05-20` },
  { name: 'goal-not-yet', url: `${invented}/2016-2019/mal/kvalitet?per=2015-01-10` },
  { name: 'goal-en', url: `${real}/en/2020-2023/mal/fler-i-jobb` },
  { name: 'indicator', url: `${invented}/indikatorer/trivs-i-skolan-arskurs-8` },
  { name: 'indicator-not-yet', url: `${invented}/indikatorer/trivs-i-skolan-arskurs-8?per=2014-01-01` },
  { name: 'indicators', url: `${real}/indikatorer/` },
  { name: 'vision', url: `${real}/vision` },
  { name: 'body', url: `${invented}/namnder/barn-och-utbildningsnamnden` },
  { name: 'body-not-yet', url: `${real}/namnder/kommunstyrelsen?per=2009-01-01` },
  { name: 'committees', url: `${real}/namnder/` },
  { name: 'companies', url: `${invented}/bolag/` },
  { name: 'system', url: `${invented}/sa-styrs-kommunen` },
  { name: 'error-404', url: `${invented}/finns-inte`, status: 404 },
  { name: 'error-400', url: `${invented}/?per=igar`, status: 400 },
];
