function e(e){return`${JSON.stringify(e,void 0,2)}\n`}export{e as t};
//# sourceMappingURL=write-read-change-emit-BLM6qEG7.js.map