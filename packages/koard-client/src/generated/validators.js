// Generated from specs/koard/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import { answerCheck, parametersCheck, requestCheck, wholeAnswerCheck } from "@tieout/http";
import helper0 from "ajv/dist/runtime/ucs2length.js";
const inner = (helper) => helper.default ?? helper;
const value0 = ["object","null"];
const value1 = ["string","null"];
const value2 = ["integer","null"];
const value3 = ["number","null"];
const value4 = ["active","inactive","blocked"];
const value5 = ["admin","psp","partner","merchant"];
const value6 = ["array","null"];
const value7 = ["boolean","null"];
const value8 = ["fixed","percentage"];
const value9 = {"mid":{"type":"string"},"tid":{"type":"string"},"location_id":{"type":"string"},"account_id":{"type":"string"},"event_id":{"type":"string"},"reader_identifier":{"type":"string"},"gateway_transaction_id":{"type":"string"},"limit":{"type":"integer","minimum":-9007199254740991,"maximum":9007199254740991},"offset":{"type":"integer","minimum":-9007199254740991,"maximum":9007199254740991}};
const value10 = ["open","closed","submitted","accepted","partially_accepted","rejected","cancelled"];

export const receiveOtherEventRequest = validate20;
const func1 = /* @__PURE__ */ inner(helper0);

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/OtherEvent" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.event === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "event"}});
errors++;
}
if(data.data === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "data"}});
errors++;
}
if(data.event !== undefined){
let data0 = data.event;
if(typeof data0 === "string"){
if(func1(data0) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/event",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/event",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.data !== undefined){
let data1 = data.data;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
vErrors = add(vErrors, {instancePath:instancePath+"/data",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}

export const receiveTransactionEventRequest = validate21;
const pattern4 = /* @__PURE__ */ new RegExp("^transaction\\.", "u");

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/GatewayTransactionResponse" */;
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: value0}});
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type !== undefined){
let data0 = data.type;
if((typeof data0 !== "string") && (data0 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/type",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.status !== undefined){
let data1 = data.status;
if((typeof data1 !== "string") && (data1 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.currency !== undefined){
let data2 = data.currency;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/currency",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.approvalCode !== undefined){
let data3 = data.approvalCode;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/approvalCode",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.responseCode !== undefined){
let data4 = data.responseCode;
if((typeof data4 !== "string") && (data4 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/responseCode",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.responseMessage !== undefined){
let data5 = data.responseMessage;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/responseMessage",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.authorizedAmount !== undefined){
let data6 = data.authorizedAmount;
if((!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))) && (data6 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/authorizedAmount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 9007199254740991 || isNaN(data6)){
vErrors = add(vErrors, {instancePath:instancePath+"/authorizedAmount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data6 < -9007199254740991 || isNaN(data6)){
vErrors = add(vErrors, {instancePath:instancePath+"/authorizedAmount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.processorResponseCode !== undefined){
let data7 = data.processorResponseCode;
if((typeof data7 !== "string") && (data7 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/processorResponseCode",keyword:"type",params:{type: value1}});
errors++;
}
}
}
validate23.errors = vErrors;
return errors === 0;
}


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/Transaction" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.currency === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "currency"}});
errors++;
}
if(data.total_amount === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "total_amount"}});
errors++;
}
if(data.transaction_id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "transaction_id"}});
errors++;
}
if(data.transaction_id !== undefined){
let data0 = data.transaction_id;
if(typeof data0 === "string"){
if(func1(data0) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/transaction_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/transaction_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.event_id !== undefined){
if(typeof data.event_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/event_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.batch_id !== undefined){
let data2 = data.batch_id;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/batch_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.account_id !== undefined){
if(typeof data.account_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/account_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.parent_account_ids !== undefined){
let data4 = data.parent_account_ids;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/parent_account_ids/" + i0,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/parent_account_ids",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.owner_id !== undefined){
let data6 = data.owner_id;
if((typeof data6 !== "string") && (data6 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/owner_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.merchant_name !== undefined){
if(typeof data.merchant_name !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/merchant_name",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.location_id !== undefined){
let data8 = data.location_id;
if((typeof data8 !== "string") && (data8 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/location_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.mid !== undefined){
if(typeof data.mid !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/mid",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.tid !== undefined){
if(typeof data.tid !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/tid",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.reader_identifier !== undefined){
if(typeof data.reader_identifier !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/reader_identifier",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.device_id !== undefined){
let data12 = data.device_id;
if((typeof data12 !== "string") && (data12 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/device_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.apple_transaction_id !== undefined){
if(typeof data.apple_transaction_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/apple_transaction_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.payment_method !== undefined){
if(typeof data.payment_method !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/payment_method",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.card !== undefined){
if(typeof data.card !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/card",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.card_brand !== undefined){
if(typeof data.card_brand !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/card_brand",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.card_type !== undefined){
if(typeof data.card_type !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/card_type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.processor !== undefined){
let data18 = data.processor;
if((typeof data18 !== "string") && (data18 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/processor",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.processor_mid !== undefined){
if(typeof data.processor_mid !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_mid",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.processor_tid !== undefined){
if(typeof data.processor_tid !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_tid",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.processor_response_code !== undefined){
let data21 = data.processor_response_code;
if((typeof data21 !== "string") && (data21 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_response_code",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.processor_response_message !== undefined){
let data22 = data.processor_response_message;
if((typeof data22 !== "string") && (data22 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_response_message",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.gateway !== undefined){
let data23 = data.gateway;
if((typeof data23 !== "string") && (data23 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/gateway",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.gateway_transaction_id !== undefined){
let data24 = data.gateway_transaction_id;
if((typeof data24 !== "string") && (data24 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/gateway_transaction_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.gateway_transaction_response !== undefined){
if(!(validate23(data.gateway_transaction_response, {instancePath:instancePath+"/gateway_transaction_response",parentData:data,parentDataProperty:"gateway_transaction_response",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.created_at !== undefined){
let data26 = data.created_at;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
vErrors = add(vErrors, {instancePath:instancePath+"/created_at",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 9007199254740991 || isNaN(data26)){
vErrors = add(vErrors, {instancePath:instancePath+"/created_at",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data26 < -9007199254740991 || isNaN(data26)){
vErrors = add(vErrors, {instancePath:instancePath+"/created_at",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.currency !== undefined){
if(typeof data.currency !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/currency",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.subtotal !== undefined){
let data28 = data.subtotal;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
vErrors = add(vErrors, {instancePath:instancePath+"/subtotal",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 9007199254740991 || isNaN(data28)){
vErrors = add(vErrors, {instancePath:instancePath+"/subtotal",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data28 < -9007199254740991 || isNaN(data28)){
vErrors = add(vErrors, {instancePath:instancePath+"/subtotal",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.tax_amount !== undefined){
let data29 = data.tax_amount;
if((!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))) && (data29 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/tax_amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 9007199254740991 || isNaN(data29)){
vErrors = add(vErrors, {instancePath:instancePath+"/tax_amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data29 < -9007199254740991 || isNaN(data29)){
vErrors = add(vErrors, {instancePath:instancePath+"/tax_amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.tax_rate !== undefined){
let data30 = data.tax_rate;
if((!((typeof data30 == "number") && (isFinite(data30)))) && (data30 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/tax_rate",keyword:"type",params:{type: value3}});
errors++;
}
}
if(data.tip_amount !== undefined){
let data31 = data.tip_amount;
if((!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))) && (data31 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/tip_amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 9007199254740991 || isNaN(data31)){
vErrors = add(vErrors, {instancePath:instancePath+"/tip_amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data31 < -9007199254740991 || isNaN(data31)){
vErrors = add(vErrors, {instancePath:instancePath+"/tip_amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.tip_type !== undefined){
let data32 = data.tip_type;
if((typeof data32 !== "string") && (data32 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/tip_type",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.surcharge_amount !== undefined){
let data33 = data.surcharge_amount;
if((!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))) && (data33 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge_amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 9007199254740991 || isNaN(data33)){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge_amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data33 < -9007199254740991 || isNaN(data33)){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge_amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.surcharge_applied !== undefined){
if(typeof data.surcharge_applied !== "boolean"){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge_applied",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.surcharge_rate !== undefined){
let data35 = data.surcharge_rate;
if((!((typeof data35 == "number") && (isFinite(data35)))) && (data35 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge_rate",keyword:"type",params:{type: value3}});
errors++;
}
}
if(data.total_amount !== undefined){
let data36 = data.total_amount;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
vErrors = add(vErrors, {instancePath:instancePath+"/total_amount",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 9007199254740991 || isNaN(data36)){
vErrors = add(vErrors, {instancePath:instancePath+"/total_amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data36 < -9007199254740991 || isNaN(data36)){
vErrors = add(vErrors, {instancePath:instancePath+"/total_amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.refunded !== undefined){
let data37 = data.refunded;
if((!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))) && (data37 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/refunded",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 9007199254740991 || isNaN(data37)){
vErrors = add(vErrors, {instancePath:instancePath+"/refunded",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data37 < -9007199254740991 || isNaN(data37)){
vErrors = add(vErrors, {instancePath:instancePath+"/refunded",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.reversed !== undefined){
let data38 = data.reversed;
if((!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))) && (data38 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/reversed",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 9007199254740991 || isNaN(data38)){
vErrors = add(vErrors, {instancePath:instancePath+"/reversed",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data38 < -9007199254740991 || isNaN(data38)){
vErrors = add(vErrors, {instancePath:instancePath+"/reversed",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.status !== undefined){
let data39 = data.status;
if((typeof data39 !== "string") && (data39 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.status_reason !== undefined){
let data40 = data.status_reason;
if((typeof data40 !== "string") && (data40 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/status_reason",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.transaction_type !== undefined){
let data41 = data.transaction_type;
if((typeof data41 !== "string") && (data41 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/transaction_type",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.additional_details !== undefined){
let data42 = data.additional_details;
if(!(data42 && typeof data42 == "object" && !Array.isArray(data42))){
vErrors = add(vErrors, {instancePath:instancePath+"/additional_details",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.history !== undefined){
if(!(Array.isArray(data.history))){
vErrors = add(vErrors, {instancePath:instancePath+"/history",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/TransactionEvent" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.event === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "event"}});
errors++;
}
if(data.data === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "data"}});
errors++;
}
if(data.event !== undefined){
let data0 = data.event;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/event",keyword:"pattern",params:{pattern: "^transaction\\."}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/event",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.data !== undefined){
if(!(validate22(data.data, {instancePath:instancePath+"/data",parentData:data,parentDataProperty:"data",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const updateTerminalRequest = validate26;

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/TerminalConfigUpdateV2" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.batch_schedule !== undefined){
let data0 = data.batch_schedule;
const _errs2 = errors;
let valid1 = false;
const _errs3 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.is_active !== undefined){
if(typeof data0.is_active !== "boolean"){
vErrors = add(vErrors, {instancePath:instancePath+"/batch_schedule/is_active",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data0.schedule !== undefined){
let data2 = data0.schedule;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(!(data3 && typeof data3 == "object" && !Array.isArray(data3))){
vErrors = add(vErrors, {instancePath:instancePath+"/batch_schedule/schedule/" + i0,keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/batch_schedule/schedule",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data0.timezone !== undefined){
if(typeof data0.timezone !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/batch_schedule/timezone",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/batch_schedule",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs3 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs15 = errors;
if(data0 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/batch_schedule",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid0 = _errs15 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
vErrors = add(vErrors, {instancePath:instancePath+"/batch_schedule",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
}
if(data.name !== undefined){
let data5 = data.name;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/name",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.description !== undefined){
let data6 = data.description;
if((typeof data6 !== "string") && (data6 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/description",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.status !== undefined){
let data7 = data.status;
const _errs22 = errors;
let valid6 = false;
const _errs23 = errors;
if(typeof data7 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data7 === "active") || (data7 === "inactive")) || (data7 === "blocked"))){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"enum",params:{allowedValues: value4}});
errors++;
}
var _valid1 = _errs23 === errors;
valid6 = valid6 || _valid1;
if(!valid6){
const _errs26 = errors;
if(data7 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid1 = _errs26 === errors;
valid6 = valid6 || _valid1;
}
if(!valid6){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs22;
if(vErrors !== null){
if(_errs22){
vErrors.length = _errs22;
}
else {
vErrors = null;
}
}
}
}
if(data.location_id !== undefined){
let data8 = data.location_id;
if((typeof data8 !== "string") && (data8 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/location_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.surcharge_rate !== undefined){
let data9 = data.surcharge_rate;
if((!((typeof data9 == "number") && (isFinite(data9)))) && (data9 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge_rate",keyword:"type",params:{type: value3}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

export const createTerminalResponse = validate27;
const pattern5 = /* @__PURE__ */ new RegExp("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$", "u");

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/TerminalConfig" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account_id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "account_id"}});
errors++;
}
if(data.terminal_id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "terminal_id"}});
errors++;
}
if(data.terminal_id !== undefined){
let data0 = data.terminal_id;
if(typeof data0 === "string"){
if(func1(data0) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/terminal_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/terminal_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.account_id !== undefined){
if(typeof data.account_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/account_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.processor_config_id !== undefined){
if(typeof data.processor_config_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_config_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.description !== undefined){
let data4 = data.description;
if((typeof data4 !== "string") && (data4 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/description",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.status !== undefined){
let data5 = data.status;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.mid !== undefined){
if(typeof data.mid !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/mid",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.tid !== undefined){
if(typeof data.tid !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/tid",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.vid !== undefined){
let data8 = data.vid;
if((typeof data8 !== "string") && (data8 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/vid",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.bin !== undefined){
let data9 = data.bin;
if((typeof data9 !== "string") && (data9 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/bin",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.agent_bank_number !== undefined){
let data10 = data.agent_bank_number;
if((typeof data10 !== "string") && (data10 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/agent_bank_number",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.serial_number !== undefined){
let data11 = data.serial_number;
if((typeof data11 !== "string") && (data11 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/serial_number",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.merchant_name !== undefined){
let data12 = data.merchant_name;
if((typeof data12 !== "string") && (data12 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/merchant_name",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.merchant_category_code !== undefined){
let data13 = data.merchant_category_code;
if((typeof data13 !== "string") && (data13 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/merchant_category_code",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.country_code !== undefined){
let data14 = data.country_code;
if((typeof data14 !== "string") && (data14 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/country_code",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.currency_code !== undefined){
let data15 = data.currency_code;
if((typeof data15 !== "string") && (data15 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/currency_code",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.terminal_capability !== undefined){
let data16 = data.terminal_capability;
if((typeof data16 !== "string") && (data16 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/terminal_capability",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.surcharge_rate !== undefined){
let data17 = data.surcharge_rate;
if((!((typeof data17 == "number") && (isFinite(data17)))) && (data17 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge_rate",keyword:"type",params:{type: value3}});
errors++;
}
}
if(data.transactions !== undefined){
let data18 = data.transactions;
if(Array.isArray(data18)){
const len0 = data18.length;
for(let i0=0; i0<len0; i0++){
if(!(validate22(data18[i0], {instancePath:instancePath+"/transactions/" + i0,parentData:data18,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/transactions",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.location_id !== undefined){
let data20 = data.location_id;
if((typeof data20 !== "string") && (data20 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/location_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.created_at !== undefined){
let data21 = data.created_at;
if(typeof data21 === "string"){
if(!pattern5.test(data21)){
vErrors = add(vErrors, {instancePath:instancePath+"/created_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/created_at",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.updated_at !== undefined){
let data22 = data.updated_at;
if((typeof data22 !== "string") && (data22 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/updated_at",keyword:"type",params:{type: value1}});
errors++;
}
if(typeof data22 === "string"){
if(!pattern5.test(data22)){
vErrors = add(vErrors, {instancePath:instancePath+"/updated_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
}
if(data.deleted_at !== undefined){
let data23 = data.deleted_at;
if((typeof data23 !== "string") && (data23 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/deleted_at",keyword:"type",params:{type: value1}});
errors++;
}
if(typeof data23 === "string"){
if(!pattern5.test(data23)){
vErrors = add(vErrors, {instancePath:instancePath+"/deleted_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}


function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/TerminalWithMetadata" */;
let vErrors = null;
let errors = 0;
if(!(validate28(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.metadata !== undefined){
let data0 = data.metadata;
if((!(data0 && typeof data0 == "object" && !Array.isArray(data0))) && (data0 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/metadata",keyword:"type",params:{type: value0}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}

export const updateTerminalParameters = validate31;

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/updateTerminalParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.terminal_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "terminal_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "terminal_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.terminal_id !== undefined){
let data1 = data0.terminal_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/terminal_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/terminal_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}

export const createTerminalRequest = validate32;

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/TerminalCreateTsys" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account_id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "account_id"}});
errors++;
}
if(data.processor_config_id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "processor_config_id"}});
errors++;
}
if(data.terminal_name === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "terminal_name"}});
errors++;
}
if(data.var_sheet === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "var_sheet"}});
errors++;
}
if(data.account_id !== undefined){
if(typeof data.account_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/account_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.processor_config_id !== undefined){
if(typeof data.processor_config_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_config_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.terminal_name !== undefined){
if(typeof data.terminal_name !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/terminal_name",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.terminal_description !== undefined){
let data3 = data.terminal_description;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/terminal_description",keyword:"type",params:{type: value1}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}

export const listTerminalsResponse = validate33;

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/TerminalPage" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.terminals === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "terminals"}});
errors++;
}
if(data.total === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "total"}});
errors++;
}
if(data.terminals !== undefined){
let data0 = data.terminals;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate27(data0[i0], {instancePath:instancePath+"/terminals/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/terminals",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.limit !== undefined){
let data2 = data.limit;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = add(vErrors, {instancePath:instancePath+"/limit",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
vErrors = add(vErrors, {instancePath:instancePath+"/limit",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data2 < -9007199254740991 || isNaN(data2)){
vErrors = add(vErrors, {instancePath:instancePath+"/limit",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.offset !== undefined){
let data3 = data.offset;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = add(vErrors, {instancePath:instancePath+"/offset",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 9007199254740991 || isNaN(data3)){
vErrors = add(vErrors, {instancePath:instancePath+"/offset",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data3 < -9007199254740991 || isNaN(data3)){
vErrors = add(vErrors, {instancePath:instancePath+"/offset",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.page !== undefined){
let data4 = data.page;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = add(vErrors, {instancePath:instancePath+"/page",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 9007199254740991 || isNaN(data4)){
vErrors = add(vErrors, {instancePath:instancePath+"/page",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data4 < -9007199254740991 || isNaN(data4)){
vErrors = add(vErrors, {instancePath:instancePath+"/page",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.total !== undefined){
let data5 = data.total;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
vErrors = add(vErrors, {instancePath:instancePath+"/total",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 9007199254740991 || isNaN(data5)){
vErrors = add(vErrors, {instancePath:instancePath+"/total",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data5 < 0 || isNaN(data5)){
vErrors = add(vErrors, {instancePath:instancePath+"/total",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}

export const listTerminalsParameters = validate35;

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/listTerminalsParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(Object.keys(data0).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data1 = data.query;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
if(!((((((((key0 === "search") || (key0 === "account_id")) || (key0 === "processor_config_id")) || (key0 === "processor_mid")) || (key0 === "processor_tid")) || (key0 === "status")) || (key0 === "limit")) || (key0 === "offset"))){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data1.search !== undefined){
if(typeof data1.search !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/search",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.account_id !== undefined){
if(typeof data1.account_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/account_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.processor_config_id !== undefined){
if(typeof data1.processor_config_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/processor_config_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.processor_mid !== undefined){
if(typeof data1.processor_mid !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/processor_mid",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.processor_tid !== undefined){
if(typeof data1.processor_tid !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/processor_tid",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.status !== undefined){
let data7 = data1.status;
if(typeof data7 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/status",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data7 === "active") || (data7 === "inactive")) || (data7 === "blocked"))){
vErrors = add(vErrors, {instancePath:instancePath+"/query/status",keyword:"enum",params:{allowedValues: value4}});
errors++;
}
}
if(data1.limit !== undefined){
let data8 = data1.limit;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
vErrors = add(vErrors, {instancePath:instancePath+"/query/limit",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 200 || isNaN(data8)){
vErrors = add(vErrors, {instancePath:instancePath+"/query/limit",keyword:"maximum",params:{comparison: "<=", limit: 200}});
errors++;
}
if(data8 < 1 || isNaN(data8)){
vErrors = add(vErrors, {instancePath:instancePath+"/query/limit",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data1.offset !== undefined){
let data9 = data1.offset;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
vErrors = add(vErrors, {instancePath:instancePath+"/query/offset",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9007199254740991 || isNaN(data9)){
vErrors = add(vErrors, {instancePath:instancePath+"/query/offset",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data9 < 0 || isNaN(data9)){
vErrors = add(vErrors, {instancePath:instancePath+"/query/offset",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data10 = data.header;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(Object.keys(data10).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data11 = data.cookie;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}

export const updateLocationRequest = validate36;

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/LocationUpdate" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account_id !== undefined){
let data0 = data.account_id;
if((typeof data0 !== "string") && (data0 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/account_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if((typeof data1 !== "string") && (data1 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/name",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.address !== undefined){
let data2 = data.address;
const _errs6 = errors;
let valid1 = false;
const _errs7 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.street_line1 !== undefined){
if(typeof data2.street_line1 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/street_line1",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.street_line2 !== undefined){
let data4 = data2.street_line2;
if((typeof data4 !== "string") && (data4 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/address/street_line2",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data2.city !== undefined){
if(typeof data2.city !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/city",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.state !== undefined){
if(typeof data2.state !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/state",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.zip !== undefined){
if(typeof data2.zip !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/zip",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs20 = errors;
if(data2 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid0 = _errs20 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
}
if(data.country_code !== undefined){
let data8 = data.country_code;
if((typeof data8 !== "string") && (data8 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/country_code",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.currency !== undefined){
let data9 = data.currency;
if((typeof data9 !== "string") && (data9 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/currency",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.email !== undefined){
let data10 = data.email;
if((typeof data10 !== "string") && (data10 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/email",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.phone !== undefined){
let data11 = data.phone;
if((typeof data11 !== "string") && (data11 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/phone",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.metadata !== undefined){
let data12 = data.metadata;
if((!(data12 && typeof data12 == "object" && !Array.isArray(data12))) && (data12 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/metadata",keyword:"type",params:{type: value0}});
errors++;
}
}
if(data.processor_config_id !== undefined){
let data13 = data.processor_config_id;
if((typeof data13 !== "string") && (data13 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_config_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.status !== undefined){
let data14 = data.status;
if((typeof data14 !== "string") && (data14 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.surcharge_rate !== undefined){
let data15 = data.surcharge_rate;
if((!((typeof data15 == "number") && (isFinite(data15)))) && (data15 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge_rate",keyword:"type",params:{type: value3}});
errors++;
}
}
if(data.terminal_id !== undefined){
let data16 = data.terminal_id;
if((typeof data16 !== "string") && (data16 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/terminal_id",keyword:"type",params:{type: value1}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

export const createLocationResponse = validate37;

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/Location" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "id"}});
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(func1(data0) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.account_id !== undefined){
if(typeof data.account_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/account_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.address !== undefined){
let data3 = data.address;
const _errs8 = errors;
let valid1 = false;
const _errs9 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.street_line1 !== undefined){
if(typeof data3.street_line1 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/street_line1",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data3.street_line2 !== undefined){
let data5 = data3.street_line2;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/address/street_line2",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data3.city !== undefined){
if(typeof data3.city !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/city",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data3.state !== undefined){
if(typeof data3.state !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/state",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data3.zip !== undefined){
if(typeof data3.zip !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/zip",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs9 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs22 = errors;
if(data3 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid0 = _errs22 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
}
if(data.country_code !== undefined){
let data9 = data.country_code;
if((typeof data9 !== "string") && (data9 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/country_code",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.currency !== undefined){
let data10 = data.currency;
if((typeof data10 !== "string") && (data10 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/currency",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.email !== undefined){
let data11 = data.email;
if((typeof data11 !== "string") && (data11 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/email",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.phone !== undefined){
let data12 = data.phone;
if((typeof data12 !== "string") && (data12 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/phone",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.metadata !== undefined){
let data13 = data.metadata;
if((!(data13 && typeof data13 == "object" && !Array.isArray(data13))) && (data13 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/metadata",keyword:"type",params:{type: value0}});
errors++;
}
}
if(data.processor_config_id !== undefined){
let data14 = data.processor_config_id;
if((typeof data14 !== "string") && (data14 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_config_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.status !== undefined){
let data15 = data.status;
if((typeof data15 !== "string") && (data15 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.surcharge_rate !== undefined){
let data16 = data.surcharge_rate;
if((!((typeof data16 == "number") && (isFinite(data16)))) && (data16 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge_rate",keyword:"type",params:{type: value3}});
errors++;
}
}
if(data.terminal_id !== undefined){
let data17 = data.terminal_id;
if((typeof data17 !== "string") && (data17 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/terminal_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.created_at !== undefined){
let data18 = data.created_at;
if((typeof data18 !== "string") && (data18 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/created_at",keyword:"type",params:{type: value1}});
errors++;
}
if(typeof data18 === "string"){
if(!pattern5.test(data18)){
vErrors = add(vErrors, {instancePath:instancePath+"/created_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
}
if(data.updated_at !== undefined){
let data19 = data.updated_at;
if((typeof data19 !== "string") && (data19 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/updated_at",keyword:"type",params:{type: value1}});
errors++;
}
if(typeof data19 === "string"){
if(!pattern5.test(data19)){
vErrors = add(vErrors, {instancePath:instancePath+"/updated_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
}
if(data.deleted_at !== undefined){
let data20 = data.deleted_at;
if((typeof data20 !== "string") && (data20 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/deleted_at",keyword:"type",params:{type: value1}});
errors++;
}
if(typeof data20 === "string"){
if(!pattern5.test(data20)){
vErrors = add(vErrors, {instancePath:instancePath+"/deleted_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}

export const updateLocationParameters = validate38;

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/updateLocationParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.location_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "location_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "location_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.location_id !== undefined){
let data1 = data0.location_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/location_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/location_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}

export const createLocationRequest = validate39;

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/LocationCreate" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account_id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "account_id"}});
errors++;
}
if(data.name === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data.account_id !== undefined){
if(typeof data.account_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/account_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.address !== undefined){
let data2 = data.address;
const _errs6 = errors;
let valid1 = false;
const _errs7 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.street_line1 !== undefined){
if(typeof data2.street_line1 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/street_line1",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.street_line2 !== undefined){
let data4 = data2.street_line2;
if((typeof data4 !== "string") && (data4 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/address/street_line2",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data2.city !== undefined){
if(typeof data2.city !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/city",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.state !== undefined){
if(typeof data2.state !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/state",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.zip !== undefined){
if(typeof data2.zip !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/zip",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs20 = errors;
if(data2 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid0 = _errs20 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
}
if(data.country_code !== undefined){
let data8 = data.country_code;
if((typeof data8 !== "string") && (data8 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/country_code",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.currency !== undefined){
let data9 = data.currency;
if((typeof data9 !== "string") && (data9 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/currency",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.email !== undefined){
let data10 = data.email;
if((typeof data10 !== "string") && (data10 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/email",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.phone !== undefined){
let data11 = data.phone;
if((typeof data11 !== "string") && (data11 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/phone",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.metadata !== undefined){
let data12 = data.metadata;
if((!(data12 && typeof data12 == "object" && !Array.isArray(data12))) && (data12 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/metadata",keyword:"type",params:{type: value0}});
errors++;
}
}
if(data.processor_config_id !== undefined){
let data13 = data.processor_config_id;
if((typeof data13 !== "string") && (data13 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_config_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.status !== undefined){
let data14 = data.status;
if((typeof data14 !== "string") && (data14 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.surcharge_rate !== undefined){
let data15 = data.surcharge_rate;
if((!((typeof data15 == "number") && (isFinite(data15)))) && (data15 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge_rate",keyword:"type",params:{type: value3}});
errors++;
}
}
if(data.terminal_id !== undefined){
let data16 = data.terminal_id;
if((typeof data16 !== "string") && (data16 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/terminal_id",keyword:"type",params:{type: value1}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}

export const listApiKeysResponse = validate40;

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/ApiKey" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "id"}});
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(func1(data0) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.account_id !== undefined){
if(typeof data.account_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/account_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.key !== undefined){
let data2 = data.key;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/key",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.name !== undefined){
let data3 = data.name;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/name",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.status !== undefined){
if(typeof data.status !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.created_at !== undefined){
let data5 = data.created_at;
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
vErrors = add(vErrors, {instancePath:instancePath+"/created_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/created_at",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.expires_at !== undefined){
let data6 = data.expires_at;
if((typeof data6 !== "string") && (data6 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/expires_at",keyword:"type",params:{type: value1}});
errors++;
}
if(typeof data6 === "string"){
if(!pattern5.test(data6)){
vErrors = add(vErrors, {instancePath:instancePath+"/expires_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}


function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/ApiKeyList" */;
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate41(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "array"}});
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}

export const listApiKeysParameters = validate43;

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/listApiKeysParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.account_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "account_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "account_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.account_id !== undefined){
let data1 = data0.account_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/account_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/account_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(key1 === "include_keys")){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"});
errors++;
}
}
if(data2.include_keys !== undefined){
if(typeof data2.include_keys !== "boolean"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/include_keys",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data4 = data.header;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data5 = data.cookie;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate43.errors = vErrors;
return errors === 0;
}

export const createAccountRequest = validate44;

function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/AccountCreateRequestV2" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.address === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "address"}});
errors++;
}
if(data.description === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "description"}});
errors++;
}
if(data.name === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "type"}});
errors++;
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/description",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.type !== undefined){
let data2 = data.type;
if(typeof data2 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((data2 === "admin") || (data2 === "psp")) || (data2 === "partner")) || (data2 === "merchant"))){
vErrors = add(vErrors, {instancePath:instancePath+"/type",keyword:"enum",params:{allowedValues: value5}});
errors++;
}
}
if(data.address !== undefined){
let data3 = data.address;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.street_line1 !== undefined){
if(typeof data3.street_line1 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/street_line1",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data3.street_line2 !== undefined){
let data5 = data3.street_line2;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/address/street_line2",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data3.city !== undefined){
if(typeof data3.city !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/city",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data3.state !== undefined){
if(typeof data3.state !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/state",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data3.zip !== undefined){
if(typeof data3.zip !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/zip",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.parent_id !== undefined){
let data9 = data.parent_id;
if((typeof data9 !== "string") && (data9 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/parent_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.available_processor_configs !== undefined){
let data10 = data.available_processor_configs;
if((!(Array.isArray(data10))) && (data10 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/available_processor_configs",keyword:"type",params:{type: value6}});
errors++;
}
}
if(data.has_access_to_mms !== undefined){
let data11 = data.has_access_to_mms;
if((typeof data11 !== "boolean") && (data11 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/has_access_to_mms",keyword:"type",params:{type: value7}});
errors++;
}
}
if(data.admin_email !== undefined){
let data12 = data.admin_email;
if((typeof data12 !== "string") && (data12 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/admin_email",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.admin_first_name !== undefined){
let data13 = data.admin_first_name;
if((typeof data13 !== "string") && (data13 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/admin_first_name",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.admin_last_name !== undefined){
let data14 = data.admin_last_name;
if((typeof data14 !== "string") && (data14 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/admin_last_name",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.mcc !== undefined){
let data15 = data.mcc;
if((typeof data15 !== "string") && (data15 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/mcc",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.surcharge_rate !== undefined){
let data16 = data.surcharge_rate;
if((!((typeof data16 == "number") && (isFinite(data16)))) && (data16 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge_rate",keyword:"type",params:{type: value3}});
errors++;
}
}
if(data.tax_id !== undefined){
let data17 = data.tax_id;
if((typeof data17 !== "string") && (data17 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/tax_id",keyword:"type",params:{type: value1}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate44.errors = vErrors;
return errors === 0;
}

export const getAccountResponse = validate45;

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/Account" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "id"}});
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(func1(data0) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/description",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.status !== undefined){
if(typeof data.status !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.address !== undefined){
let data5 = data.address;
const _errs12 = errors;
let valid1 = false;
const _errs13 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.street_line1 !== undefined){
if(typeof data5.street_line1 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/street_line1",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data5.street_line2 !== undefined){
let data7 = data5.street_line2;
if((typeof data7 !== "string") && (data7 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/address/street_line2",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data5.city !== undefined){
if(typeof data5.city !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/city",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data5.state !== undefined){
if(typeof data5.state !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/state",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data5.zip !== undefined){
if(typeof data5.zip !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/address/zip",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs13 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs26 = errors;
if(data5 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid0 = _errs26 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
vErrors = add(vErrors, {instancePath:instancePath+"/address",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
}
}
if(data.available_processor_configs !== undefined){
if(!(Array.isArray(data.available_processor_configs))){
vErrors = add(vErrors, {instancePath:instancePath+"/available_processor_configs",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.parent_account_ids !== undefined){
let data12 = data.parent_account_ids;
if(Array.isArray(data12)){
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
if(typeof data12[i0] !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/parent_account_ids/" + i0,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/parent_account_ids",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.has_access_to_mms !== undefined){
let data14 = data.has_access_to_mms;
if((typeof data14 !== "boolean") && (data14 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/has_access_to_mms",keyword:"type",params:{type: value7}});
errors++;
}
}
if(data.has_access_to_apple_config !== undefined){
let data15 = data.has_access_to_apple_config;
if((typeof data15 !== "boolean") && (data15 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/has_access_to_apple_config",keyword:"type",params:{type: value7}});
errors++;
}
}
if(data.organization_id !== undefined){
let data16 = data.organization_id;
if((typeof data16 !== "string") && (data16 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/organization_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.mcc !== undefined){
let data17 = data.mcc;
if((typeof data17 !== "string") && (data17 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/mcc",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.tax_id !== undefined){
let data18 = data.tax_id;
if((typeof data18 !== "string") && (data18 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/tax_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.surcharge_rate !== undefined){
let data19 = data.surcharge_rate;
if((!((typeof data19 == "number") && (isFinite(data19)))) && (data19 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge_rate",keyword:"type",params:{type: value3}});
errors++;
}
}
if(data.created_at !== undefined){
let data20 = data.created_at;
if(typeof data20 === "string"){
if(!pattern5.test(data20)){
vErrors = add(vErrors, {instancePath:instancePath+"/created_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/created_at",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.updated_at !== undefined){
let data21 = data.updated_at;
if((typeof data21 !== "string") && (data21 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/updated_at",keyword:"type",params:{type: value1}});
errors++;
}
if(typeof data21 === "string"){
if(!pattern5.test(data21)){
vErrors = add(vErrors, {instancePath:instancePath+"/updated_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
}
if(data.deleted_at !== undefined){
let data22 = data.deleted_at;
if((typeof data22 !== "string") && (data22 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/deleted_at",keyword:"type",params:{type: value1}});
errors++;
}
if(typeof data22 === "string"){
if(!pattern5.test(data22)){
vErrors = add(vErrors, {instancePath:instancePath+"/deleted_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}

export const getAccountParameters = validate46;

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/getAccountParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.account_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "account_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "account_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.account_id !== undefined){
let data1 = data0.account_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/account_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/account_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate46.errors = vErrors;
return errors === 0;
}

export const authorizeIncrementRequest = validate47;

function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/Breakdown" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.subtotal === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "subtotal"}});
errors++;
}
if(data.subtotal !== undefined){
let data0 = data.subtotal;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, {instancePath:instancePath+"/subtotal",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/subtotal",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data0 < -9007199254740991 || isNaN(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/subtotal",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.taxAmount !== undefined){
let data1 = data.taxAmount;
if((!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))) && (data1 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/taxAmount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/taxAmount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data1 < -9007199254740991 || isNaN(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/taxAmount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.taxRate !== undefined){
let data2 = data.taxRate;
if((!((typeof data2 == "number") && (isFinite(data2)))) && (data2 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/taxRate",keyword:"type",params:{type: value3}});
errors++;
}
}
if(data.tipAmount !== undefined){
let data3 = data.tipAmount;
if((!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))) && (data3 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/tipAmount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 9007199254740991 || isNaN(data3)){
vErrors = add(vErrors, {instancePath:instancePath+"/tipAmount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data3 < -9007199254740991 || isNaN(data3)){
vErrors = add(vErrors, {instancePath:instancePath+"/tipAmount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.tipRate !== undefined){
let data4 = data.tipRate;
if((!((typeof data4 == "number") && (isFinite(data4)))) && (data4 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/tipRate",keyword:"type",params:{type: value3}});
errors++;
}
}
if(data.tipType !== undefined){
let data5 = data.tipType;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/tipType",keyword:"type",params:{type: value1}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}


function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/IncrementRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.amount === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "amount"}});
errors++;
}
if(data.amount !== undefined){
let data0 = data.amount;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data0 < -9007199254740991 || isNaN(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.breakdown !== undefined){
let data1 = data.breakdown;
const _errs5 = errors;
let valid2 = false;
const _errs6 = errors;
if(!(validate48(data1, {instancePath:instancePath+"/breakdown",parentData:data,parentDataProperty:"breakdown",rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs7 = errors;
if(data1 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/breakdown",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid0 = _errs7 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
vErrors = add(vErrors, {instancePath:instancePath+"/breakdown",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
if(data.event_id !== undefined){
let data2 = data.event_id;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/event_id",keyword:"type",params:{type: value1}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}

export const getTransactionResponse = validate22;

export const authorizeIncrementParameters = validate50;

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/authorizeIncrementParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.transaction_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "transaction_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "transaction_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.transaction_id !== undefined){
let data1 = data0.transaction_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate50.errors = vErrors;
return errors === 0;
}

export const capturePaymentRequest = validate51;

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/Surcharge" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.rate !== undefined){
let data0 = data.rate;
if((!((typeof data0 == "number") && (isFinite(data0)))) && (data0 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/rate",keyword:"type",params:{type: value3}});
errors++;
}
}
if(data.amount !== undefined){
let data1 = data.amount;
if((!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))) && (data1 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data1 < -9007199254740991 || isNaN(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.bypass !== undefined){
let data2 = data.bypass;
if((typeof data2 !== "boolean") && (data2 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/bypass",keyword:"type",params:{type: value7}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate54.errors = vErrors;
return errors === 0;
}


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/BreakdownWithSurcharge" */;
let vErrors = null;
let errors = 0;
if(!(validate48(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.surcharge !== undefined){
let data0 = data.surcharge;
const _errs4 = errors;
let valid2 = false;
const _errs5 = errors;
if(!(validate54(data0, {instancePath:instancePath+"/surcharge",parentData:data,parentDataProperty:"surcharge",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var _valid0 = _errs5 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs6 = errors;
if(data0 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid0 = _errs6 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
vErrors = add(vErrors, {instancePath:instancePath+"/surcharge",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}


function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/CaptureRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.amount !== undefined){
let data0 = data.amount;
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (data0 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data0 < -9007199254740991 || isNaN(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.breakdown !== undefined){
let data1 = data.breakdown;
const _errs5 = errors;
let valid2 = false;
const _errs6 = errors;
if(!(validate52(data1, {instancePath:instancePath+"/breakdown",parentData:data,parentDataProperty:"breakdown",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs7 = errors;
if(data1 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/breakdown",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid0 = _errs7 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
vErrors = add(vErrors, {instancePath:instancePath+"/breakdown",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
if(data.tip_amount !== undefined){
let data2 = data.tip_amount;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/tip_amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
vErrors = add(vErrors, {instancePath:instancePath+"/tip_amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data2 < -9007199254740991 || isNaN(data2)){
vErrors = add(vErrors, {instancePath:instancePath+"/tip_amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.event_id !== undefined){
let data3 = data.event_id;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/event_id",keyword:"type",params:{type: value1}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}

export const capturePaymentParameters = validate57;

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/capturePaymentParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.transaction_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "transaction_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "transaction_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.transaction_id !== undefined){
let data1 = data0.transaction_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}

export const confirmPaymentRequest = validate58;

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/ConfirmRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.confirm === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "confirm"}});
errors++;
}
if(data.confirm !== undefined){
if(typeof data.confirm !== "boolean"){
vErrors = add(vErrors, {instancePath:instancePath+"/confirm",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.amount !== undefined){
let data1 = data.amount;
if((!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))) && (data1 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data1 < -9007199254740991 || isNaN(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.breakdown !== undefined){
let data2 = data.breakdown;
const _errs7 = errors;
let valid2 = false;
const _errs8 = errors;
if(!(validate52(data2, {instancePath:instancePath+"/breakdown",parentData:data,parentDataProperty:"breakdown",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
var _valid0 = _errs8 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs9 = errors;
if(data2 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/breakdown",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid0 = _errs9 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
vErrors = add(vErrors, {instancePath:instancePath+"/breakdown",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
}
if(data.event_id !== undefined){
let data3 = data.event_id;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/event_id",keyword:"type",params:{type: value1}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate58.errors = vErrors;
return errors === 0;
}

export const confirmPaymentParameters = validate60;

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/confirmPaymentParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.transaction_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "transaction_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "transaction_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.transaction_id !== undefined){
let data1 = data0.transaction_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}

export const adjustPaymentRequest = validate61;

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/AdjustRequest" */;
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type !== undefined){
if("percentage" !== data.type){
vErrors = add(vErrors, {instancePath:instancePath+"/type",keyword:"const",params:{allowedValue: "percentage"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.amount === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "amount"}});
errors++;
}
if(data.amount !== undefined){
let data1 = data.amount;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data1 < -9007199254740991 || isNaN(data1)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs5 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
vErrors = add(vErrors, {instancePath,keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "type"}});
errors++;
}
if(data.type !== undefined){
let data2 = data.type;
if(typeof data2 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data2 === "fixed") || (data2 === "percentage"))){
vErrors = add(vErrors, {instancePath:instancePath+"/type",keyword:"enum",params:{allowedValues: value8}});
errors++;
}
}
if(data.amount !== undefined){
let data3 = data.amount;
if((!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))) && (data3 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 9007199254740991 || isNaN(data3)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data3 < -9007199254740991 || isNaN(data3)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.percentage !== undefined){
let data4 = data.percentage;
if((!((typeof data4 == "number") && (isFinite(data4)))) && (data4 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/percentage",keyword:"type",params:{type: value3}});
errors++;
}
}
if(data.event_id !== undefined){
let data5 = data.event_id;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/event_id",keyword:"type",params:{type: value1}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate61.errors = vErrors;
return errors === 0;
}

export const adjustPaymentParameters = validate62;

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/adjustPaymentParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.transaction_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "transaction_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "transaction_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.transaction_id !== undefined){
let data1 = data0.transaction_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate62.errors = vErrors;
return errors === 0;
}

export const reversePaymentRequest = validate63;

function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/ReverseRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.amount !== undefined){
let data0 = data.amount;
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (data0 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data0 < -9007199254740991 || isNaN(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.event_id !== undefined){
let data1 = data.event_id;
if((typeof data1 !== "string") && (data1 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/event_id",keyword:"type",params:{type: value1}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate63.errors = vErrors;
return errors === 0;
}

export const reversePaymentParameters = validate64;

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/reversePaymentParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.transaction_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "transaction_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "transaction_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.transaction_id !== undefined){
let data1 = data0.transaction_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate64.errors = vErrors;
return errors === 0;
}

export const refundPaymentRequest = validate65;

function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/RefundRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.amount !== undefined){
let data0 = data.amount;
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (data0 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data0 < -9007199254740991 || isNaN(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.event_id !== undefined){
let data1 = data.event_id;
if((typeof data1 !== "string") && (data1 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/event_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.transaction_id !== undefined){
let data2 = data.transaction_id;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/transaction_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.card_reader_data !== undefined){
let data3 = data.card_reader_data;
const _errs10 = errors;
let valid3 = false;
const _errs11 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.id !== undefined){
if(typeof data3.id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/card_reader_data/id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data3.paymentCardData !== undefined){
if(typeof data3.paymentCardData !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/card_reader_data/paymentCardData",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data3.generalCardData !== undefined){
if(typeof data3.generalCardData !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/card_reader_data/generalCardData",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data3.outcome !== undefined){
let data7 = data3.outcome;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
vErrors = add(vErrors, {instancePath:instancePath+"/card_reader_data/outcome",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 9007199254740991 || isNaN(data7)){
vErrors = add(vErrors, {instancePath:instancePath+"/card_reader_data/outcome",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data7 < -9007199254740991 || isNaN(data7)){
vErrors = add(vErrors, {instancePath:instancePath+"/card_reader_data/outcome",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data3.pinBypassed !== undefined){
if(typeof data3.pinBypassed !== "boolean"){
vErrors = add(vErrors, {instancePath:instancePath+"/card_reader_data/pinBypassed",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data3.isPINFallback !== undefined){
if(typeof data3.isPINFallback !== "boolean"){
vErrors = add(vErrors, {instancePath:instancePath+"/card_reader_data/isPINFallback",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/card_reader_data",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs11 === errors;
valid3 = valid3 || _valid0;
if(!valid3){
const _errs26 = errors;
if(data3 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/card_reader_data",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid0 = _errs26 === errors;
valid3 = valid3 || _valid0;
}
if(!valid3){
vErrors = add(vErrors, {instancePath:instancePath+"/card_reader_data",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs10;
if(vErrors !== null){
if(_errs10){
vErrors.length = _errs10;
}
else {
vErrors = null;
}
}
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate65.errors = vErrors;
return errors === 0;
}

export const refundPaymentParameters = validate66;

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/refundPaymentParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.transaction_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "transaction_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "transaction_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.transaction_id !== undefined){
let data1 = data0.transaction_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate66.errors = vErrors;
return errors === 0;
}

export const editTransactionRequest = validate67;

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/TransactionEditRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.authorized_amount !== undefined){
let data0 = data.authorized_amount;
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (data0 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/authorized_amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/authorized_amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data0 < -9007199254740991 || isNaN(data0)){
vErrors = add(vErrors, {instancePath:instancePath+"/authorized_amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.breakdown !== undefined){
let data1 = data.breakdown;
const _errs5 = errors;
let valid2 = false;
const _errs6 = errors;
if(!(validate48(data1, {instancePath:instancePath+"/breakdown",parentData:data,parentDataProperty:"breakdown",rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs7 = errors;
if(data1 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/breakdown",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid0 = _errs7 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
vErrors = add(vErrors, {instancePath:instancePath+"/breakdown",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
if(data.refunded !== undefined){
let data2 = data.refunded;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/refunded",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
vErrors = add(vErrors, {instancePath:instancePath+"/refunded",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data2 < -9007199254740991 || isNaN(data2)){
vErrors = add(vErrors, {instancePath:instancePath+"/refunded",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.reversed !== undefined){
let data3 = data.reversed;
if((!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))) && (data3 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/reversed",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 9007199254740991 || isNaN(data3)){
vErrors = add(vErrors, {instancePath:instancePath+"/reversed",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data3 < -9007199254740991 || isNaN(data3)){
vErrors = add(vErrors, {instancePath:instancePath+"/reversed",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.status !== undefined){
let data4 = data.status;
const _errs16 = errors;
let valid5 = false;
const _errs17 = errors;
if(typeof data4 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid1 = _errs17 === errors;
valid5 = valid5 || _valid1;
if(!valid5){
const _errs20 = errors;
if(data4 !== null){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: "null"}});
errors++;
}
var _valid1 = _errs20 === errors;
valid5 = valid5 || _valid1;
}
if(!valid5){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"anyOf",params:{},message:"must match a schema in anyOf"});
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
}
if(data.status_reason !== undefined){
let data5 = data.status_reason;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/status_reason",keyword:"type",params:{type: value1}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate67.errors = vErrors;
return errors === 0;
}

export const editTransactionParameters = validate69;

function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/editTransactionParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.transaction_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "transaction_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "transaction_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.transaction_id !== undefined){
let data1 = data0.transaction_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate69.errors = vErrors;
return errors === 0;
}

export const getTransactionParameters = validate70;

function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/getTransactionParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.transaction_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "transaction_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "transaction_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.transaction_id !== undefined){
let data1 = data0.transaction_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/transaction_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate70.errors = vErrors;
return errors === 0;
}

export const searchTransactionsRequest = validate71;

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/TransactionSearchRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account_id !== undefined){
let data0 = data.account_id;
if((typeof data0 !== "string") && (data0 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/account_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.batch_id !== undefined){
let data1 = data.batch_id;
if((typeof data1 !== "string") && (data1 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/batch_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.card_brand !== undefined){
let data2 = data.card_brand;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/card_brand",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.card_number !== undefined){
let data3 = data.card_number;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/card_number",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.event_id !== undefined){
let data4 = data.event_id;
if((typeof data4 !== "string") && (data4 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/event_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.gateway_transaction_id !== undefined){
let data5 = data.gateway_transaction_id;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/gateway_transaction_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.location_id !== undefined){
let data6 = data.location_id;
if((typeof data6 !== "string") && (data6 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/location_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.start_date !== undefined){
let data7 = data.start_date;
if((!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))) && (data7 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/start_date",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 9007199254740991 || isNaN(data7)){
vErrors = add(vErrors, {instancePath:instancePath+"/start_date",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data7 < -9007199254740991 || isNaN(data7)){
vErrors = add(vErrors, {instancePath:instancePath+"/start_date",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.end_date !== undefined){
let data8 = data.end_date;
if((!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))) && (data8 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/end_date",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 9007199254740991 || isNaN(data8)){
vErrors = add(vErrors, {instancePath:instancePath+"/end_date",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data8 < -9007199254740991 || isNaN(data8)){
vErrors = add(vErrors, {instancePath:instancePath+"/end_date",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.min_amount !== undefined){
let data9 = data.min_amount;
if((!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))) && (data9 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/min_amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9007199254740991 || isNaN(data9)){
vErrors = add(vErrors, {instancePath:instancePath+"/min_amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data9 < -9007199254740991 || isNaN(data9)){
vErrors = add(vErrors, {instancePath:instancePath+"/min_amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.max_amount !== undefined){
let data10 = data.max_amount;
if((!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))) && (data10 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/max_amount",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 9007199254740991 || isNaN(data10)){
vErrors = add(vErrors, {instancePath:instancePath+"/max_amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data10 < -9007199254740991 || isNaN(data10)){
vErrors = add(vErrors, {instancePath:instancePath+"/max_amount",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.limit !== undefined){
let data11 = data.limit;
if((!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))) && (data11 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/limit",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 9007199254740991 || isNaN(data11)){
vErrors = add(vErrors, {instancePath:instancePath+"/limit",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data11 < -9007199254740991 || isNaN(data11)){
vErrors = add(vErrors, {instancePath:instancePath+"/limit",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.offset !== undefined){
let data12 = data.offset;
if((!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))) && (data12 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/offset",keyword:"type",params:{type: value2}});
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 9007199254740991 || isNaN(data12)){
vErrors = add(vErrors, {instancePath:instancePath+"/offset",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data12 < -9007199254740991 || isNaN(data12)){
vErrors = add(vErrors, {instancePath:instancePath+"/offset",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.owner_id !== undefined){
let data13 = data.owner_id;
if((typeof data13 !== "string") && (data13 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/owner_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.payment_method !== undefined){
let data14 = data.payment_method;
if((typeof data14 !== "string") && (data14 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/payment_method",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.reader_identifier !== undefined){
let data15 = data.reader_identifier;
if((typeof data15 !== "string") && (data15 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/reader_identifier",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.search_term !== undefined){
let data16 = data.search_term;
if((typeof data16 !== "string") && (data16 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/search_term",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.transaction_id !== undefined){
let data17 = data.transaction_id;
if((typeof data17 !== "string") && (data17 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/transaction_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.parent_account_ids !== undefined){
let data18 = data.parent_account_ids;
if(Array.isArray(data18)){
const len0 = data18.length;
for(let i0=0; i0<len0; i0++){
if(typeof data18[i0] !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/parent_account_ids/" + i0,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/parent_account_ids",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.sort_by !== undefined){
if(typeof data.sort_by !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/sort_by",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.sort_order !== undefined){
if(typeof data.sort_order !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/sort_order",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.status !== undefined){
let data22 = data.status;
if(Array.isArray(data22)){
const len1 = data22.length;
for(let i1=0; i1<len1; i1++){
if(typeof data22[i1] !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/status/" + i1,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.transaction_type !== undefined){
let data24 = data.transaction_type;
if(Array.isArray(data24)){
const len2 = data24.length;
for(let i2=0; i2<len2; i2++){
if(typeof data24[i2] !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/transaction_type/" + i2,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/transaction_type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate71.errors = vErrors;
return errors === 0;
}

export const searchTransactionsResponse = validate72;

function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/TransactionPage" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.total === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "total"}});
errors++;
}
if(data.transactions === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "transactions"}});
errors++;
}
if(data.transactions !== undefined){
let data0 = data.transactions;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate22(data0[i0], {instancePath:instancePath+"/transactions/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/transactions",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.limit !== undefined){
let data2 = data.limit;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = add(vErrors, {instancePath:instancePath+"/limit",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
vErrors = add(vErrors, {instancePath:instancePath+"/limit",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data2 < -9007199254740991 || isNaN(data2)){
vErrors = add(vErrors, {instancePath:instancePath+"/limit",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.offset !== undefined){
let data3 = data.offset;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = add(vErrors, {instancePath:instancePath+"/offset",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 9007199254740991 || isNaN(data3)){
vErrors = add(vErrors, {instancePath:instancePath+"/offset",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data3 < -9007199254740991 || isNaN(data3)){
vErrors = add(vErrors, {instancePath:instancePath+"/offset",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.page !== undefined){
let data4 = data.page;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = add(vErrors, {instancePath:instancePath+"/page",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 9007199254740991 || isNaN(data4)){
vErrors = add(vErrors, {instancePath:instancePath+"/page",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data4 < -9007199254740991 || isNaN(data4)){
vErrors = add(vErrors, {instancePath:instancePath+"/page",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.total !== undefined){
let data5 = data.total;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
vErrors = add(vErrors, {instancePath:instancePath+"/total",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 9007199254740991 || isNaN(data5)){
vErrors = add(vErrors, {instancePath:instancePath+"/total",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data5 < 0 || isNaN(data5)){
vErrors = add(vErrors, {instancePath:instancePath+"/total",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate72.errors = vErrors;
return errors === 0;
}

export const listTransactionsResponse = validate74;

function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/TransactionList" */;
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate22(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "array"}});
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}

export const listTransactionsParameters = validate76;
const func19 = Object.prototype.hasOwnProperty;

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/listTransactionsParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(Object.keys(data0).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data1 = data.query;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
if(!(func19.call(value9, key0))){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data1.mid !== undefined){
if(typeof data1.mid !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/mid",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.tid !== undefined){
if(typeof data1.tid !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/tid",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.location_id !== undefined){
if(typeof data1.location_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/location_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.account_id !== undefined){
if(typeof data1.account_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/account_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.event_id !== undefined){
if(typeof data1.event_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/event_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.reader_identifier !== undefined){
if(typeof data1.reader_identifier !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/reader_identifier",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.gateway_transaction_id !== undefined){
if(typeof data1.gateway_transaction_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/gateway_transaction_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.limit !== undefined){
let data9 = data1.limit;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
vErrors = add(vErrors, {instancePath:instancePath+"/query/limit",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9007199254740991 || isNaN(data9)){
vErrors = add(vErrors, {instancePath:instancePath+"/query/limit",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data9 < -9007199254740991 || isNaN(data9)){
vErrors = add(vErrors, {instancePath:instancePath+"/query/limit",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data1.offset !== undefined){
let data10 = data1.offset;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
vErrors = add(vErrors, {instancePath:instancePath+"/query/offset",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 9007199254740991 || isNaN(data10)){
vErrors = add(vErrors, {instancePath:instancePath+"/query/offset",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data10 < -9007199254740991 || isNaN(data10)){
vErrors = add(vErrors, {instancePath:instancePath+"/query/offset",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data11 = data.header;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data12 = data.cookie;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(Object.keys(data12).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate76.errors = vErrors;
return errors === 0;
}

export const editBatchRequest = validate77;

function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/BatchEditRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.added_transactions !== undefined){
let data0 = data.added_transactions;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/added_transactions/" + i0,keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/added_transactions/" + i0,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/added_transactions",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.removed_transactions !== undefined){
let data2 = data.removed_transactions;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 === "string"){
if(func1(data3) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/removed_transactions/" + i1,keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/removed_transactions/" + i1,keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/removed_transactions",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.processor_batch_id !== undefined){
if(typeof data.processor_batch_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_batch_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate77.errors = vErrors;
return errors === 0;
}

export const openBatchResponse = validate78;

function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/Batch" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account_id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "account_id"}});
errors++;
}
if(data.captured_amount === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "captured_amount"}});
errors++;
}
if(data.id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "id"}});
errors++;
}
if(data.opened_at === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "opened_at"}});
errors++;
}
if(data.processor_config_id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "processor_config_id"}});
errors++;
}
if(data.processor_name === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "processor_name"}});
errors++;
}
if(data.refunded_amount === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "refunded_amount"}});
errors++;
}
if(data.status === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "status"}});
errors++;
}
if(data.terminal_id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "terminal_id"}});
errors++;
}
if(data.transaction_count === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "transaction_count"}});
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(func1(data0) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.account_id !== undefined){
if(typeof data.account_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/account_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.terminal_id !== undefined){
if(typeof data.terminal_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/terminal_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.processor_config_id !== undefined){
if(typeof data.processor_config_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_config_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.processor_name !== undefined){
if(typeof data.processor_name !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_name",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.processor_batch_id !== undefined){
let data5 = data.processor_batch_id;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_batch_id",keyword:"type",params:{type: value1}});
errors++;
}
}
if(data.status !== undefined){
if(typeof data.status !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.opened_at !== undefined){
let data7 = data.opened_at;
if(typeof data7 === "string"){
if(!pattern5.test(data7)){
vErrors = add(vErrors, {instancePath:instancePath+"/opened_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/opened_at",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.closed_at !== undefined){
let data8 = data.closed_at;
if((typeof data8 !== "string") && (data8 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/closed_at",keyword:"type",params:{type: value1}});
errors++;
}
if(typeof data8 === "string"){
if(!pattern5.test(data8)){
vErrors = add(vErrors, {instancePath:instancePath+"/closed_at",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$"}});
errors++;
}
}
}
if(data.transaction_count !== undefined){
let data9 = data.transaction_count;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
vErrors = add(vErrors, {instancePath:instancePath+"/transaction_count",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9007199254740991 || isNaN(data9)){
vErrors = add(vErrors, {instancePath:instancePath+"/transaction_count",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data9 < 0 || isNaN(data9)){
vErrors = add(vErrors, {instancePath:instancePath+"/transaction_count",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
if(data.captured_amount !== undefined){
let data10 = data.captured_amount;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
vErrors = add(vErrors, {instancePath:instancePath+"/captured_amount",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 9007199254740991 || isNaN(data10)){
vErrors = add(vErrors, {instancePath:instancePath+"/captured_amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data10 < 0 || isNaN(data10)){
vErrors = add(vErrors, {instancePath:instancePath+"/captured_amount",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
if(data.refunded_amount !== undefined){
let data11 = data.refunded_amount;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
vErrors = add(vErrors, {instancePath:instancePath+"/refunded_amount",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 9007199254740991 || isNaN(data11)){
vErrors = add(vErrors, {instancePath:instancePath+"/refunded_amount",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data11 < 0 || isNaN(data11)){
vErrors = add(vErrors, {instancePath:instancePath+"/refunded_amount",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
if(data.batch_metadata !== undefined){
let data12 = data.batch_metadata;
if((!(data12 && typeof data12 == "object" && !Array.isArray(data12))) && (data12 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/batch_metadata",keyword:"type",params:{type: value0}});
errors++;
}
}
if(data.response !== undefined){
let data13 = data.response;
if((!(data13 && typeof data13 == "object" && !Array.isArray(data13))) && (data13 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/response",keyword:"type",params:{type: value0}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate78.errors = vErrors;
return errors === 0;
}

export const editBatchParameters = validate79;

function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/editBatchParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.batch_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "batch_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "batch_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.batch_id !== undefined){
let data1 = data0.batch_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/batch_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/batch_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate79.errors = vErrors;
return errors === 0;
}

export const closeBatchParameters = validate80;

function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/closeBatchParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.batch_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "batch_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "batch_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.batch_id !== undefined){
let data1 = data0.batch_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/batch_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/batch_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data3 = data.header;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data4 = data.cookie;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate80.errors = vErrors;
return errors === 0;
}

export const getBatchResponse = validate81;

function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/BatchWithTransactions" */;
let vErrors = null;
let errors = 0;
if(!(validate78(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.transactions !== undefined){
let data0 = data.transactions;
if((!(Array.isArray(data0))) && (data0 !== null)){
vErrors = add(vErrors, {instancePath:instancePath+"/transactions",keyword:"type",params:{type: value6}});
errors++;
}
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate22(data0[i0], {instancePath:instancePath+"/transactions/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate81.errors = vErrors;
return errors === 0;
}

export const getBatchParameters = validate84;

function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/getBatchParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.batch_id === undefined){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"required",params:{missingProperty: "batch_id"}});
errors++;
}
for(const key0 in data0){
if(!(key0 === "batch_id")){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data0.batch_id !== undefined){
let data1 = data0.batch_id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
vErrors = add(vErrors, {instancePath:instancePath+"/path/batch_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path/batch_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data2 = data.query;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(key1 === "include_transactions")){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"});
errors++;
}
}
if(data2.include_transactions !== undefined){
if(typeof data2.include_transactions !== "boolean"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/include_transactions",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data4 = data.header;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data5 = data.cookie;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate84.errors = vErrors;
return errors === 0;
}

export const openBatchRequest = validate85;

function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/BatchOpenRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.processor_batch_id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "processor_batch_id"}});
errors++;
}
if(data.terminal_id === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "terminal_id"}});
errors++;
}
if(data.processor_batch_id !== undefined){
if(typeof data.processor_batch_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/processor_batch_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.terminal_id !== undefined){
if(typeof data.terminal_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/terminal_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate85.errors = vErrors;
return errors === 0;
}

export const noParameters = validate86;

function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/noParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(Object.keys(data0).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data1 = data.query;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data2 = data.header;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data3 = data.cookie;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate86.errors = vErrors;
return errors === 0;
}

export const listBatchesResponse = validate87;

function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/BatchPage" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.batches === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "batches"}});
errors++;
}
if(data.total === undefined){
vErrors = add(vErrors, {instancePath,keyword:"required",params:{missingProperty: "total"}});
errors++;
}
if(data.batches !== undefined){
let data0 = data.batches;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate78(data0[i0], {instancePath:instancePath+"/batches/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/batches",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.limit !== undefined){
let data2 = data.limit;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = add(vErrors, {instancePath:instancePath+"/limit",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
vErrors = add(vErrors, {instancePath:instancePath+"/limit",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data2 < -9007199254740991 || isNaN(data2)){
vErrors = add(vErrors, {instancePath:instancePath+"/limit",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.offset !== undefined){
let data3 = data.offset;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = add(vErrors, {instancePath:instancePath+"/offset",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 9007199254740991 || isNaN(data3)){
vErrors = add(vErrors, {instancePath:instancePath+"/offset",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data3 < -9007199254740991 || isNaN(data3)){
vErrors = add(vErrors, {instancePath:instancePath+"/offset",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.page !== undefined){
let data4 = data.page;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = add(vErrors, {instancePath:instancePath+"/page",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 9007199254740991 || isNaN(data4)){
vErrors = add(vErrors, {instancePath:instancePath+"/page",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data4 < -9007199254740991 || isNaN(data4)){
vErrors = add(vErrors, {instancePath:instancePath+"/page",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991}});
errors++;
}
}
}
if(data.total !== undefined){
let data5 = data.total;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
vErrors = add(vErrors, {instancePath:instancePath+"/total",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 9007199254740991 || isNaN(data5)){
vErrors = add(vErrors, {instancePath:instancePath+"/total",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data5 < 0 || isNaN(data5)){
vErrors = add(vErrors, {instancePath:instancePath+"/total",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate87.errors = vErrors;
return errors === 0;
}

export const listBatchesParameters = validate89;

function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/listBatchesParameters/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path !== undefined){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(Object.keys(data0).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/path",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.query !== undefined){
let data1 = data.query;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
if(!((((((key0 === "account_id") || (key0 === "terminal_id")) || (key0 === "statuses")) || (key0 === "processor_config_id")) || (key0 === "limit")) || (key0 === "offset"))){
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"});
errors++;
}
}
if(data1.account_id !== undefined){
if(typeof data1.account_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/account_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.terminal_id !== undefined){
if(typeof data1.terminal_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/terminal_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.statuses !== undefined){
let data4 = data1.statuses;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/statuses/" + i0,keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((((data5 === "open") || (data5 === "closed")) || (data5 === "submitted")) || (data5 === "accepted")) || (data5 === "partially_accepted")) || (data5 === "rejected")) || (data5 === "cancelled"))){
vErrors = add(vErrors, {instancePath:instancePath+"/query/statuses/" + i0,keyword:"enum",params:{allowedValues: value10}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query/statuses",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data1.processor_config_id !== undefined){
if(typeof data1.processor_config_id !== "string"){
vErrors = add(vErrors, {instancePath:instancePath+"/query/processor_config_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.limit !== undefined){
let data7 = data1.limit;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
vErrors = add(vErrors, {instancePath:instancePath+"/query/limit",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 500 || isNaN(data7)){
vErrors = add(vErrors, {instancePath:instancePath+"/query/limit",keyword:"maximum",params:{comparison: "<=", limit: 500}});
errors++;
}
if(data7 < 1 || isNaN(data7)){
vErrors = add(vErrors, {instancePath:instancePath+"/query/limit",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data1.offset !== undefined){
let data8 = data1.offset;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
vErrors = add(vErrors, {instancePath:instancePath+"/query/offset",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 9007199254740991 || isNaN(data8)){
vErrors = add(vErrors, {instancePath:instancePath+"/query/offset",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}});
errors++;
}
if(data8 < 0 || isNaN(data8)){
vErrors = add(vErrors, {instancePath:instancePath+"/query/offset",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/query",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.header !== undefined){
let data9 = data.header;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(Object.keys(data9).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/header",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.cookie !== undefined){
let data10 = data.cookie;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(Object.keys(data10).length > 0){
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"maxProperties",params:{limit: 0}});
errors++;
}
}
else {
vErrors = add(vErrors, {instancePath:instancePath+"/cookie",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = add(vErrors, {instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate89.errors = vErrors;
return errors === 0;
}

function add(faults, fault) {
if(faults === null) return [fault];
faults.push(fault);
return faults;
}

export const closeBatchResponse = openBatchResponse;
export const editBatchResponse = openBatchResponse;
export const editTransactionResponse = getTransactionResponse;
export const refundPaymentResponse = getTransactionResponse;
export const reversePaymentResponse = getTransactionResponse;
export const adjustPaymentResponse = getTransactionResponse;
export const confirmPaymentResponse = getTransactionResponse;
export const capturePaymentResponse = getTransactionResponse;
export const authorizeIncrementResponse = getTransactionResponse;
export const createAccountResponse = getAccountResponse;
export const updateLocationResponse = createLocationResponse;
export const updateTerminalResponse = createTerminalResponse;

const part0 = {"tolerant":["limit","offset","page"],"due":["limit","offset","page"]};
const part1 = {"isItem":true,"id":"id","tolerant":["batch_metadata","response"]};
const part2 = {"id":"id","tolerant":["batch_metadata","response"]};
const part3 = {"isItem":true,"id":"transaction_id","tolerant":["event_id","account_id","parent_account_ids","owner_id","merchant_name","location_id","mid","tid","reader_identifier","device_id","apple_transaction_id","payment_method","card","card_brand","card_type","processor","processor_mid","processor_tid","processor_response_code","processor_response_message","gateway","gateway_transaction_id","created_at","subtotal","tax_amount","tax_rate","tip_amount","tip_type","surcharge_amount","surcharge_applied","surcharge_rate","additional_details","history","surcharge_disclosure","surcharge_allowed","surcharge_percentage","surcharging"],"due":["event_id","account_id","mid","tid","reader_identifier","apple_transaction_id","payment_method","card","card_brand","card_type","processor_mid","processor_tid","created_at","subtotal"]};
const part4 = {"tolerant":["type","status","currency","approvalCode","responseCode","responseMessage","processorResponseCode"]};
const part5 = {"id":"transaction_id","tolerant":["event_id","account_id","parent_account_ids","owner_id","merchant_name","location_id","mid","tid","reader_identifier","device_id","apple_transaction_id","payment_method","card","card_brand","card_type","processor","processor_mid","processor_tid","processor_response_code","processor_response_message","gateway","gateway_transaction_id","created_at","subtotal","tax_amount","tax_rate","tip_amount","tip_type","surcharge_amount","surcharge_applied","surcharge_rate","additional_details","history","surcharge_disclosure","surcharge_allowed","surcharge_percentage","surcharging"],"due":["event_id","account_id","mid","tid","reader_identifier","apple_transaction_id","payment_method","card","card_brand","card_type","processor_mid","processor_tid","created_at","subtotal"]};
const part6 = {"id":"id","tolerant":["name","description","type","status","address","available_processor_configs","parent_account_ids","has_access_to_mms","has_access_to_apple_config","organization_id","mcc","tax_id","surcharge_rate","created_at","updated_at","deleted_at"],"due":["name","type","status","created_at"]};
const part7 = {"isItem":true,"id":"id","tolerant":["account_id","key","name","status","created_at","expires_at"],"due":["account_id","name","status","created_at"]};
const part8 = {"id":"id","tolerant":["account_id","name","address","country_code","currency","email","phone","metadata","processor_config_id","status","surcharge_rate","terminal_id","created_at","updated_at","deleted_at"],"due":["account_id","name"]};
const part9 = {"isItem":true,"tolerant":["processor_config_id","name","description","status","mid","tid","vid","bin","agent_bank_number","serial_number","merchant_name","merchant_category_code","country_code","currency_code","terminal_capability","surcharge_rate","var_sheet","transactions","location_id","created_at","updated_at","deleted_at","metadata"],"id":"terminal_id","due":["processor_config_id","name","mid","tid","created_at"]};
const part10 = {"tolerant":["processor_config_id","name","description","status","mid","tid","vid","bin","agent_bank_number","serial_number","merchant_name","merchant_category_code","country_code","currency_code","terminal_capability","surcharge_rate","var_sheet","transactions","location_id","created_at","updated_at","deleted_at","metadata"],"id":"terminal_id","due":["processor_config_id","name","mid","tid","created_at"]};

export const listBatchesChecks = { parameters: /* @__PURE__ */ parametersCheck(listBatchesParameters), response: /* @__PURE__ */ answerCheck(listBatchesResponse, { "": part0, "/batches/*": part1 }) };
export const openBatchChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), request: /* @__PURE__ */ requestCheck(openBatchRequest), response: /* @__PURE__ */ answerCheck(openBatchResponse, { "": part2 }) };
export const getBatchChecks = { parameters: /* @__PURE__ */ parametersCheck(getBatchParameters), response: /* @__PURE__ */ answerCheck(getBatchResponse, { "": part2, "/transactions/*": part3, "/transactions/*/gateway_transaction_response": part4 }) };
export const closeBatchChecks = { parameters: /* @__PURE__ */ parametersCheck(closeBatchParameters), response: /* @__PURE__ */ answerCheck(closeBatchResponse, { "": part2 }) };
export const editBatchChecks = { parameters: /* @__PURE__ */ parametersCheck(editBatchParameters), request: /* @__PURE__ */ requestCheck(editBatchRequest), response: /* @__PURE__ */ answerCheck(editBatchResponse, { "": part2 }) };
export const listTransactionsChecks = { parameters: /* @__PURE__ */ parametersCheck(listTransactionsParameters), response: /* @__PURE__ */ answerCheck(listTransactionsResponse, { "/*": part3, "/*/gateway_transaction_response": part4 }) };
export const searchTransactionsChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), request: /* @__PURE__ */ requestCheck(searchTransactionsRequest), response: /* @__PURE__ */ answerCheck(searchTransactionsResponse, { "": part0, "/transactions/*": part3, "/transactions/*/gateway_transaction_response": part4 }) };
export const getTransactionChecks = { parameters: /* @__PURE__ */ parametersCheck(getTransactionParameters), response: /* @__PURE__ */ answerCheck(getTransactionResponse, { "": part5, "/gateway_transaction_response": part4 }) };
export const editTransactionChecks = { parameters: /* @__PURE__ */ parametersCheck(editTransactionParameters), request: /* @__PURE__ */ requestCheck(editTransactionRequest), response: /* @__PURE__ */ answerCheck(editTransactionResponse, { "": part5, "/gateway_transaction_response": part4 }) };
export const refundPaymentChecks = { parameters: /* @__PURE__ */ parametersCheck(refundPaymentParameters), request: /* @__PURE__ */ requestCheck(refundPaymentRequest), response: /* @__PURE__ */ answerCheck(refundPaymentResponse, { "": part5, "/gateway_transaction_response": part4 }) };
export const reversePaymentChecks = { parameters: /* @__PURE__ */ parametersCheck(reversePaymentParameters), request: /* @__PURE__ */ requestCheck(reversePaymentRequest), response: /* @__PURE__ */ answerCheck(reversePaymentResponse, { "": part5, "/gateway_transaction_response": part4 }) };
export const adjustPaymentChecks = { parameters: /* @__PURE__ */ parametersCheck(adjustPaymentParameters), request: /* @__PURE__ */ requestCheck(adjustPaymentRequest), response: /* @__PURE__ */ answerCheck(adjustPaymentResponse, { "": part5, "/gateway_transaction_response": part4 }) };
export const confirmPaymentChecks = { parameters: /* @__PURE__ */ parametersCheck(confirmPaymentParameters), request: /* @__PURE__ */ requestCheck(confirmPaymentRequest), response: /* @__PURE__ */ answerCheck(confirmPaymentResponse, { "": part5, "/gateway_transaction_response": part4 }) };
export const capturePaymentChecks = { parameters: /* @__PURE__ */ parametersCheck(capturePaymentParameters), request: /* @__PURE__ */ requestCheck(capturePaymentRequest), response: /* @__PURE__ */ answerCheck(capturePaymentResponse, { "": part5, "/gateway_transaction_response": part4 }) };
export const authorizeIncrementChecks = { parameters: /* @__PURE__ */ parametersCheck(authorizeIncrementParameters), request: /* @__PURE__ */ requestCheck(authorizeIncrementRequest), response: /* @__PURE__ */ answerCheck(authorizeIncrementResponse, { "": part5, "/gateway_transaction_response": part4 }) };
export const getAccountChecks = { parameters: /* @__PURE__ */ parametersCheck(getAccountParameters), response: /* @__PURE__ */ answerCheck(getAccountResponse, { "": part6 }) };
export const createAccountChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), request: /* @__PURE__ */ requestCheck(createAccountRequest), response: /* @__PURE__ */ answerCheck(createAccountResponse, { "": part6 }) };
export const listApiKeysChecks = { parameters: /* @__PURE__ */ parametersCheck(listApiKeysParameters), response: /* @__PURE__ */ answerCheck(listApiKeysResponse, { "/*": part7 }) };
export const createLocationChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), request: /* @__PURE__ */ requestCheck(createLocationRequest), response: /* @__PURE__ */ answerCheck(createLocationResponse, { "": part8 }) };
export const updateLocationChecks = { parameters: /* @__PURE__ */ parametersCheck(updateLocationParameters), request: /* @__PURE__ */ requestCheck(updateLocationRequest), response: /* @__PURE__ */ answerCheck(updateLocationResponse, { "": part8 }) };
export const listTerminalsChecks = { parameters: /* @__PURE__ */ parametersCheck(listTerminalsParameters), response: /* @__PURE__ */ answerCheck(listTerminalsResponse, { "": part0, "/terminals/*": part9, "/terminals/*/transactions/*": part3, "/terminals/*/transactions/*/gateway_transaction_response": part4 }) };
export const createTerminalChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), request: /* @__PURE__ */ requestCheck(createTerminalRequest), response: /* @__PURE__ */ answerCheck(createTerminalResponse, { "": part10, "/transactions/*": part3, "/transactions/*/gateway_transaction_response": part4 }) };
export const updateTerminalChecks = { parameters: /* @__PURE__ */ parametersCheck(updateTerminalParameters), request: /* @__PURE__ */ requestCheck(updateTerminalRequest), response: /* @__PURE__ */ answerCheck(updateTerminalResponse, { "": part10, "/transactions/*": part3, "/transactions/*/gateway_transaction_response": part4 }) };

export const validators = {
  listBatches: listBatchesChecks,
  openBatch: openBatchChecks,
  getBatch: getBatchChecks,
  closeBatch: closeBatchChecks,
  editBatch: editBatchChecks,
  listTransactions: listTransactionsChecks,
  searchTransactions: searchTransactionsChecks,
  getTransaction: getTransactionChecks,
  editTransaction: editTransactionChecks,
  refundPayment: refundPaymentChecks,
  reversePayment: reversePaymentChecks,
  adjustPayment: adjustPaymentChecks,
  confirmPayment: confirmPaymentChecks,
  capturePayment: capturePaymentChecks,
  authorizeIncrement: authorizeIncrementChecks,
  getAccount: getAccountChecks,
  createAccount: createAccountChecks,
  listApiKeys: listApiKeysChecks,
  createLocation: createLocationChecks,
  updateLocation: updateLocationChecks,
  listTerminals: listTerminalsChecks,
  createTerminal: createTerminalChecks,
  updateTerminal: updateTerminalChecks,
};

export const webhookValidators = {
  transactionEvent: /* @__PURE__ */ answerCheck(receiveTransactionEventRequest, { "/data": part5, "/data/gateway_transaction_response": part4 }),
  otherEvent: /* @__PURE__ */ wholeAnswerCheck(receiveOtherEventRequest),
};
