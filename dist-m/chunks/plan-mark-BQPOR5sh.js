const e=`<!-- hubc plan -->`;export{e as t};
//# sourceMappingURL=plan-mark-BQPOR5sh.js.map