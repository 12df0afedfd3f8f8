// Generated from specs/koard/openapi.yaml by `pnpm generate`. Change the spec, not this file.


export const updateTerminalQuery = validate20;
const schema31 = {"$id":"/updateTerminalQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/updateTerminalQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}

export const createTerminalQuery = validate21;
const schema32 = {"$id":"/createTerminalQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/createTerminalQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const listTerminalsQuery = validate22;
const schema33 = {"$id":"/listTerminalsQuery/body","type":"object","additionalProperties":false,"properties":{"search":{"type":"string"},"account_id":{"type":"string"},"processor_config_id":{"type":"string"},"processor_mid":{"type":"string"},"processor_tid":{"type":"string"},"status":{"$ref":"/KnownTerminalStatus"},"limit":{"type":"integer","minimum":1,"maximum":200},"offset":{"type":"integer","minimum":0,"maximum":9007199254740991}}};
const schema34 = {"$id":"/KnownTerminalStatus","type":"string","enum":["active","inactive","blocked"]};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/listTerminalsQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "search") || (key0 === "account_id")) || (key0 === "processor_config_id")) || (key0 === "processor_mid")) || (key0 === "processor_tid")) || (key0 === "status")) || (key0 === "limit")) || (key0 === "offset"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.search !== undefined){
let data0 = data.search;
if(typeof data0 !== "string"){
let dataType0 = typeof data0;
let coerced0 = undefined;
if(dataType0 == 'object' && Array.isArray(data0) && data0.length == 1){
data0 = data0[0];
dataType0 = typeof data0;
if(typeof data0 === "string"){
coerced0 = data0;
}
}
if(!(coerced0 !== undefined)){
if(dataType0 == "number" || dataType0 == "boolean"){
coerced0 = "" + data0;
}
else if(data0 === null){
coerced0 = "";
}
else {
const err1 = {instancePath:instancePath+"/search",schemaPath:"#/properties/search/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(coerced0 !== undefined){
data0 = coerced0;
if(data !== undefined){
data["search"] = coerced0;
}
}
}
}
if(data.account_id !== undefined){
let data1 = data.account_id;
if(typeof data1 !== "string"){
let dataType1 = typeof data1;
let coerced1 = undefined;
if(dataType1 == 'object' && Array.isArray(data1) && data1.length == 1){
data1 = data1[0];
dataType1 = typeof data1;
if(typeof data1 === "string"){
coerced1 = data1;
}
}
if(!(coerced1 !== undefined)){
if(dataType1 == "number" || dataType1 == "boolean"){
coerced1 = "" + data1;
}
else if(data1 === null){
coerced1 = "";
}
else {
const err2 = {instancePath:instancePath+"/account_id",schemaPath:"#/properties/account_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(coerced1 !== undefined){
data1 = coerced1;
if(data !== undefined){
data["account_id"] = coerced1;
}
}
}
}
if(data.processor_config_id !== undefined){
let data2 = data.processor_config_id;
if(typeof data2 !== "string"){
let dataType2 = typeof data2;
let coerced2 = undefined;
if(dataType2 == 'object' && Array.isArray(data2) && data2.length == 1){
data2 = data2[0];
dataType2 = typeof data2;
if(typeof data2 === "string"){
coerced2 = data2;
}
}
if(!(coerced2 !== undefined)){
if(dataType2 == "number" || dataType2 == "boolean"){
coerced2 = "" + data2;
}
else if(data2 === null){
coerced2 = "";
}
else {
const err3 = {instancePath:instancePath+"/processor_config_id",schemaPath:"#/properties/processor_config_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(coerced2 !== undefined){
data2 = coerced2;
if(data !== undefined){
data["processor_config_id"] = coerced2;
}
}
}
}
if(data.processor_mid !== undefined){
let data3 = data.processor_mid;
if(typeof data3 !== "string"){
let dataType3 = typeof data3;
let coerced3 = undefined;
if(dataType3 == 'object' && Array.isArray(data3) && data3.length == 1){
data3 = data3[0];
dataType3 = typeof data3;
if(typeof data3 === "string"){
coerced3 = data3;
}
}
if(!(coerced3 !== undefined)){
if(dataType3 == "number" || dataType3 == "boolean"){
coerced3 = "" + data3;
}
else if(data3 === null){
coerced3 = "";
}
else {
const err4 = {instancePath:instancePath+"/processor_mid",schemaPath:"#/properties/processor_mid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(coerced3 !== undefined){
data3 = coerced3;
if(data !== undefined){
data["processor_mid"] = coerced3;
}
}
}
}
if(data.processor_tid !== undefined){
let data4 = data.processor_tid;
if(typeof data4 !== "string"){
let dataType4 = typeof data4;
let coerced4 = undefined;
if(dataType4 == 'object' && Array.isArray(data4) && data4.length == 1){
data4 = data4[0];
dataType4 = typeof data4;
if(typeof data4 === "string"){
coerced4 = data4;
}
}
if(!(coerced4 !== undefined)){
if(dataType4 == "number" || dataType4 == "boolean"){
coerced4 = "" + data4;
}
else if(data4 === null){
coerced4 = "";
}
else {
const err5 = {instancePath:instancePath+"/processor_tid",schemaPath:"#/properties/processor_tid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(coerced4 !== undefined){
data4 = coerced4;
if(data !== undefined){
data["processor_tid"] = coerced4;
}
}
}
}
if(data.status !== undefined){
let data5 = data.status;
if(typeof data5 !== "string"){
let dataType5 = typeof data5;
let coerced5 = undefined;
if(dataType5 == 'object' && Array.isArray(data5) && data5.length == 1){
data5 = data5[0];
dataType5 = typeof data5;
if(typeof data5 === "string"){
coerced5 = data5;
}
}
if(!(coerced5 !== undefined)){
if(dataType5 == "number" || dataType5 == "boolean"){
coerced5 = "" + data5;
}
else if(data5 === null){
coerced5 = "";
}
else {
const err6 = {instancePath:instancePath+"/status",schemaPath:"/KnownTerminalStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(coerced5 !== undefined){
data5 = coerced5;
if(data !== undefined){
data["status"] = coerced5;
}
}
}
if(!(((data5 === "active") || (data5 === "inactive")) || (data5 === "blocked"))){
const err7 = {instancePath:instancePath+"/status",schemaPath:"/KnownTerminalStatus/enum",keyword:"enum",params:{allowedValues: schema34.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.limit !== undefined){
let data6 = data.limit;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
let dataType6 = typeof data6;
let coerced6 = undefined;
if(dataType6 == 'object' && Array.isArray(data6) && data6.length == 1){
data6 = data6[0];
dataType6 = typeof data6;
if(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6))){
coerced6 = data6;
}
}
if(!(coerced6 !== undefined)){
if(dataType6 === "boolean" || data6 === null
              || (dataType6 === "string" && data6 && data6 == +data6 && !(data6 % 1))){
coerced6 = +data6;
}
else {
const err8 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(coerced6 !== undefined){
data6 = coerced6;
if(data !== undefined){
data["limit"] = coerced6;
}
}
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 200 || isNaN(data6)){
const err9 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 200},message:"must be <= 200"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data6 < 1 || isNaN(data6)){
const err10 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.offset !== undefined){
let data7 = data.offset;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
let dataType7 = typeof data7;
let coerced7 = undefined;
if(dataType7 == 'object' && Array.isArray(data7) && data7.length == 1){
data7 = data7[0];
dataType7 = typeof data7;
if(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7))){
coerced7 = data7;
}
}
if(!(coerced7 !== undefined)){
if(dataType7 === "boolean" || data7 === null
              || (dataType7 === "string" && data7 && data7 == +data7 && !(data7 % 1))){
coerced7 = +data7;
}
else {
const err11 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(coerced7 !== undefined){
data7 = coerced7;
if(data !== undefined){
data["offset"] = coerced7;
}
}
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 9007199254740991 || isNaN(data7)){
const err12 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err13 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

export const updateLocationQuery = validate23;
const schema35 = {"$id":"/updateLocationQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/updateLocationQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

export const createLocationQuery = validate24;
const schema36 = {"$id":"/createLocationQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/createLocationQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

export const listApiKeysQuery = validate25;
const schema37 = {"$id":"/listApiKeysQuery/body","type":"object","additionalProperties":false,"properties":{"include_keys":{"type":"boolean"}}};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/listApiKeysQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "include_keys")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.include_keys !== undefined){
let data0 = data.include_keys;
if(typeof data0 !== "boolean"){
let dataType0 = typeof data0;
let coerced0 = undefined;
if(dataType0 == 'object' && Array.isArray(data0) && data0.length == 1){
data0 = data0[0];
dataType0 = typeof data0;
if(typeof data0 === "boolean"){
coerced0 = data0;
}
}
if(!(coerced0 !== undefined)){
if(data0 === "false" || data0 === 0 || data0 === null){
coerced0 = false;
}
else if(data0 === "true" || data0 === 1){
coerced0 = true;
}
else {
const err1 = {instancePath:instancePath+"/include_keys",schemaPath:"#/properties/include_keys/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(coerced0 !== undefined){
data0 = coerced0;
if(data !== undefined){
data["include_keys"] = coerced0;
}
}
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

export const createAccountQuery = validate26;
const schema38 = {"$id":"/createAccountQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/createAccountQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

export const getAccountQuery = validate27;
const schema39 = {"$id":"/getAccountQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/getAccountQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}

export const authorizeIncrementQuery = validate28;
const schema40 = {"$id":"/authorizeIncrementQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/authorizeIncrementQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}

export const capturePaymentQuery = validate29;
const schema41 = {"$id":"/capturePaymentQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/capturePaymentQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

export const confirmPaymentQuery = validate30;
const schema42 = {"$id":"/confirmPaymentQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/confirmPaymentQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}

export const adjustPaymentQuery = validate31;
const schema43 = {"$id":"/adjustPaymentQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/adjustPaymentQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}

export const reversePaymentQuery = validate32;
const schema44 = {"$id":"/reversePaymentQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/reversePaymentQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}

export const refundPaymentQuery = validate33;
const schema45 = {"$id":"/refundPaymentQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/refundPaymentQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}

export const editTransactionQuery = validate34;
const schema46 = {"$id":"/editTransactionQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/editTransactionQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}

export const getTransactionQuery = validate35;
const schema47 = {"$id":"/getTransactionQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/getTransactionQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}

export const searchTransactionsQuery = validate36;
const schema48 = {"$id":"/searchTransactionsQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/searchTransactionsQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

export const listTransactionsQuery = validate37;
const schema49 = {"$id":"/listTransactionsQuery/body","type":"object","additionalProperties":false,"properties":{"mid":{"type":"string"},"tid":{"type":"string"},"location_id":{"type":"string"},"account_id":{"type":"string"},"event_id":{"type":"string"},"reader_identifier":{"type":"string"},"gateway_transaction_id":{"type":"string"},"limit":{"type":"integer","minimum":-9007199254740991,"maximum":9007199254740991},"offset":{"type":"integer","minimum":-9007199254740991,"maximum":9007199254740991}}};
const func1 = Object.prototype.hasOwnProperty;

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/listTransactionsQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema49.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.mid !== undefined){
let data0 = data.mid;
if(typeof data0 !== "string"){
let dataType0 = typeof data0;
let coerced0 = undefined;
if(dataType0 == 'object' && Array.isArray(data0) && data0.length == 1){
data0 = data0[0];
dataType0 = typeof data0;
if(typeof data0 === "string"){
coerced0 = data0;
}
}
if(!(coerced0 !== undefined)){
if(dataType0 == "number" || dataType0 == "boolean"){
coerced0 = "" + data0;
}
else if(data0 === null){
coerced0 = "";
}
else {
const err1 = {instancePath:instancePath+"/mid",schemaPath:"#/properties/mid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(coerced0 !== undefined){
data0 = coerced0;
if(data !== undefined){
data["mid"] = coerced0;
}
}
}
}
if(data.tid !== undefined){
let data1 = data.tid;
if(typeof data1 !== "string"){
let dataType1 = typeof data1;
let coerced1 = undefined;
if(dataType1 == 'object' && Array.isArray(data1) && data1.length == 1){
data1 = data1[0];
dataType1 = typeof data1;
if(typeof data1 === "string"){
coerced1 = data1;
}
}
if(!(coerced1 !== undefined)){
if(dataType1 == "number" || dataType1 == "boolean"){
coerced1 = "" + data1;
}
else if(data1 === null){
coerced1 = "";
}
else {
const err2 = {instancePath:instancePath+"/tid",schemaPath:"#/properties/tid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(coerced1 !== undefined){
data1 = coerced1;
if(data !== undefined){
data["tid"] = coerced1;
}
}
}
}
if(data.location_id !== undefined){
let data2 = data.location_id;
if(typeof data2 !== "string"){
let dataType2 = typeof data2;
let coerced2 = undefined;
if(dataType2 == 'object' && Array.isArray(data2) && data2.length == 1){
data2 = data2[0];
dataType2 = typeof data2;
if(typeof data2 === "string"){
coerced2 = data2;
}
}
if(!(coerced2 !== undefined)){
if(dataType2 == "number" || dataType2 == "boolean"){
coerced2 = "" + data2;
}
else if(data2 === null){
coerced2 = "";
}
else {
const err3 = {instancePath:instancePath+"/location_id",schemaPath:"#/properties/location_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(coerced2 !== undefined){
data2 = coerced2;
if(data !== undefined){
data["location_id"] = coerced2;
}
}
}
}
if(data.account_id !== undefined){
let data3 = data.account_id;
if(typeof data3 !== "string"){
let dataType3 = typeof data3;
let coerced3 = undefined;
if(dataType3 == 'object' && Array.isArray(data3) && data3.length == 1){
data3 = data3[0];
dataType3 = typeof data3;
if(typeof data3 === "string"){
coerced3 = data3;
}
}
if(!(coerced3 !== undefined)){
if(dataType3 == "number" || dataType3 == "boolean"){
coerced3 = "" + data3;
}
else if(data3 === null){
coerced3 = "";
}
else {
const err4 = {instancePath:instancePath+"/account_id",schemaPath:"#/properties/account_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(coerced3 !== undefined){
data3 = coerced3;
if(data !== undefined){
data["account_id"] = coerced3;
}
}
}
}
if(data.event_id !== undefined){
let data4 = data.event_id;
if(typeof data4 !== "string"){
let dataType4 = typeof data4;
let coerced4 = undefined;
if(dataType4 == 'object' && Array.isArray(data4) && data4.length == 1){
data4 = data4[0];
dataType4 = typeof data4;
if(typeof data4 === "string"){
coerced4 = data4;
}
}
if(!(coerced4 !== undefined)){
if(dataType4 == "number" || dataType4 == "boolean"){
coerced4 = "" + data4;
}
else if(data4 === null){
coerced4 = "";
}
else {
const err5 = {instancePath:instancePath+"/event_id",schemaPath:"#/properties/event_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(coerced4 !== undefined){
data4 = coerced4;
if(data !== undefined){
data["event_id"] = coerced4;
}
}
}
}
if(data.reader_identifier !== undefined){
let data5 = data.reader_identifier;
if(typeof data5 !== "string"){
let dataType5 = typeof data5;
let coerced5 = undefined;
if(dataType5 == 'object' && Array.isArray(data5) && data5.length == 1){
data5 = data5[0];
dataType5 = typeof data5;
if(typeof data5 === "string"){
coerced5 = data5;
}
}
if(!(coerced5 !== undefined)){
if(dataType5 == "number" || dataType5 == "boolean"){
coerced5 = "" + data5;
}
else if(data5 === null){
coerced5 = "";
}
else {
const err6 = {instancePath:instancePath+"/reader_identifier",schemaPath:"#/properties/reader_identifier/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(coerced5 !== undefined){
data5 = coerced5;
if(data !== undefined){
data["reader_identifier"] = coerced5;
}
}
}
}
if(data.gateway_transaction_id !== undefined){
let data6 = data.gateway_transaction_id;
if(typeof data6 !== "string"){
let dataType6 = typeof data6;
let coerced6 = undefined;
if(dataType6 == 'object' && Array.isArray(data6) && data6.length == 1){
data6 = data6[0];
dataType6 = typeof data6;
if(typeof data6 === "string"){
coerced6 = data6;
}
}
if(!(coerced6 !== undefined)){
if(dataType6 == "number" || dataType6 == "boolean"){
coerced6 = "" + data6;
}
else if(data6 === null){
coerced6 = "";
}
else {
const err7 = {instancePath:instancePath+"/gateway_transaction_id",schemaPath:"#/properties/gateway_transaction_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(coerced6 !== undefined){
data6 = coerced6;
if(data !== undefined){
data["gateway_transaction_id"] = coerced6;
}
}
}
}
if(data.limit !== undefined){
let data7 = data.limit;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
let dataType7 = typeof data7;
let coerced7 = undefined;
if(dataType7 == 'object' && Array.isArray(data7) && data7.length == 1){
data7 = data7[0];
dataType7 = typeof data7;
if(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7))){
coerced7 = data7;
}
}
if(!(coerced7 !== undefined)){
if(dataType7 === "boolean" || data7 === null
              || (dataType7 === "string" && data7 && data7 == +data7 && !(data7 % 1))){
coerced7 = +data7;
}
else {
const err8 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(coerced7 !== undefined){
data7 = coerced7;
if(data !== undefined){
data["limit"] = coerced7;
}
}
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 9007199254740991 || isNaN(data7)){
const err9 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data7 < -9007199254740991 || isNaN(data7)){
const err10 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991},message:"must be >= -9007199254740991"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.offset !== undefined){
let data8 = data.offset;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
let dataType8 = typeof data8;
let coerced8 = undefined;
if(dataType8 == 'object' && Array.isArray(data8) && data8.length == 1){
data8 = data8[0];
dataType8 = typeof data8;
if(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8))){
coerced8 = data8;
}
}
if(!(coerced8 !== undefined)){
if(dataType8 === "boolean" || data8 === null
              || (dataType8 === "string" && data8 && data8 == +data8 && !(data8 % 1))){
coerced8 = +data8;
}
else {
const err11 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(coerced8 !== undefined){
data8 = coerced8;
if(data !== undefined){
data["offset"] = coerced8;
}
}
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 9007199254740991 || isNaN(data8)){
const err12 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data8 < -9007199254740991 || isNaN(data8)){
const err13 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/minimum",keyword:"minimum",params:{comparison: ">=", limit: -9007199254740991},message:"must be >= -9007199254740991"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}

export const editBatchQuery = validate38;
const schema50 = {"$id":"/editBatchQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/editBatchQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}

export const closeBatchQuery = validate39;
const schema51 = {"$id":"/closeBatchQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/closeBatchQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}

export const getBatchQuery = validate40;
const schema52 = {"$id":"/getBatchQuery/body","type":"object","additionalProperties":false,"properties":{"include_transactions":{"type":"boolean"}}};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/getBatchQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "include_transactions")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.include_transactions !== undefined){
let data0 = data.include_transactions;
if(typeof data0 !== "boolean"){
let dataType0 = typeof data0;
let coerced0 = undefined;
if(dataType0 == 'object' && Array.isArray(data0) && data0.length == 1){
data0 = data0[0];
dataType0 = typeof data0;
if(typeof data0 === "boolean"){
coerced0 = data0;
}
}
if(!(coerced0 !== undefined)){
if(data0 === "false" || data0 === 0 || data0 === null){
coerced0 = false;
}
else if(data0 === "true" || data0 === 1){
coerced0 = true;
}
else {
const err1 = {instancePath:instancePath+"/include_transactions",schemaPath:"#/properties/include_transactions/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(coerced0 !== undefined){
data0 = coerced0;
if(data !== undefined){
data["include_transactions"] = coerced0;
}
}
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}

export const openBatchQuery = validate41;
const schema53 = {"$id":"/openBatchQuery/body","type":"object","additionalProperties":false,"properties":{}};

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/openBatchQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}

export const listBatchesQuery = validate42;
const schema54 = {"$id":"/listBatchesQuery/body","type":"object","additionalProperties":false,"properties":{"account_id":{"type":"string"},"terminal_id":{"type":"string"},"statuses":{"type":"array","items":{"$ref":"/KnownBatchStatus"}},"processor_config_id":{"type":"string"},"limit":{"type":"integer","minimum":1,"maximum":500},"offset":{"type":"integer","minimum":0,"maximum":9007199254740991}}};
const schema55 = {"$id":"/KnownBatchStatus","type":"string","enum":["open","closed","submitted","accepted","partially_accepted","rejected","cancelled"]};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="/listBatchesQuery/body" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "account_id") || (key0 === "terminal_id")) || (key0 === "statuses")) || (key0 === "processor_config_id")) || (key0 === "limit")) || (key0 === "offset"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.account_id !== undefined){
let data0 = data.account_id;
if(typeof data0 !== "string"){
let dataType0 = typeof data0;
let coerced0 = undefined;
if(dataType0 == 'object' && Array.isArray(data0) && data0.length == 1){
data0 = data0[0];
dataType0 = typeof data0;
if(typeof data0 === "string"){
coerced0 = data0;
}
}
if(!(coerced0 !== undefined)){
if(dataType0 == "number" || dataType0 == "boolean"){
coerced0 = "" + data0;
}
else if(data0 === null){
coerced0 = "";
}
else {
const err1 = {instancePath:instancePath+"/account_id",schemaPath:"#/properties/account_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(coerced0 !== undefined){
data0 = coerced0;
if(data !== undefined){
data["account_id"] = coerced0;
}
}
}
}
if(data.terminal_id !== undefined){
let data1 = data.terminal_id;
if(typeof data1 !== "string"){
let dataType1 = typeof data1;
let coerced1 = undefined;
if(dataType1 == 'object' && Array.isArray(data1) && data1.length == 1){
data1 = data1[0];
dataType1 = typeof data1;
if(typeof data1 === "string"){
coerced1 = data1;
}
}
if(!(coerced1 !== undefined)){
if(dataType1 == "number" || dataType1 == "boolean"){
coerced1 = "" + data1;
}
else if(data1 === null){
coerced1 = "";
}
else {
const err2 = {instancePath:instancePath+"/terminal_id",schemaPath:"#/properties/terminal_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(coerced1 !== undefined){
data1 = coerced1;
if(data !== undefined){
data["terminal_id"] = coerced1;
}
}
}
}
if(data.statuses !== undefined){
let data2 = data.statuses;
if(!(Array.isArray(data2))){
let dataType2 = typeof data2;
let coerced2 = undefined;
if(dataType2 == 'object' && Array.isArray(data2) && data2.length == 1){
data2 = data2[0];
dataType2 = typeof data2;
if(Array.isArray(data2)){
coerced2 = data2;
}
}
if(!(coerced2 !== undefined)){
if(dataType2 === "string" || dataType2 === "number"
              || dataType2 === "boolean" || data2 === null){
coerced2 = [data2];
}
else {
const err3 = {instancePath:instancePath+"/statuses",schemaPath:"#/properties/statuses/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(coerced2 !== undefined){
data2 = coerced2;
if(data !== undefined){
data["statuses"] = coerced2;
}
}
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
let dataType3 = typeof data3;
let coerced3 = undefined;
if(dataType3 == 'object' && Array.isArray(data3) && data3.length == 1){
data3 = data3[0];
dataType3 = typeof data3;
if(typeof data3 === "string"){
coerced3 = data3;
}
}
if(!(coerced3 !== undefined)){
if(dataType3 == "number" || dataType3 == "boolean"){
coerced3 = "" + data3;
}
else if(data3 === null){
coerced3 = "";
}
else {
const err4 = {instancePath:instancePath+"/statuses/" + i0,schemaPath:"/KnownBatchStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(coerced3 !== undefined){
data3 = coerced3;
if(data2 !== undefined){
data2[i0] = coerced3;
}
}
}
if(!(((((((data3 === "open") || (data3 === "closed")) || (data3 === "submitted")) || (data3 === "accepted")) || (data3 === "partially_accepted")) || (data3 === "rejected")) || (data3 === "cancelled"))){
const err5 = {instancePath:instancePath+"/statuses/" + i0,schemaPath:"/KnownBatchStatus/enum",keyword:"enum",params:{allowedValues: schema55.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
if(data.processor_config_id !== undefined){
let data4 = data.processor_config_id;
if(typeof data4 !== "string"){
let dataType4 = typeof data4;
let coerced4 = undefined;
if(dataType4 == 'object' && Array.isArray(data4) && data4.length == 1){
data4 = data4[0];
dataType4 = typeof data4;
if(typeof data4 === "string"){
coerced4 = data4;
}
}
if(!(coerced4 !== undefined)){
if(dataType4 == "number" || dataType4 == "boolean"){
coerced4 = "" + data4;
}
else if(data4 === null){
coerced4 = "";
}
else {
const err6 = {instancePath:instancePath+"/processor_config_id",schemaPath:"#/properties/processor_config_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(coerced4 !== undefined){
data4 = coerced4;
if(data !== undefined){
data["processor_config_id"] = coerced4;
}
}
}
}
if(data.limit !== undefined){
let data5 = data.limit;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
let dataType5 = typeof data5;
let coerced5 = undefined;
if(dataType5 == 'object' && Array.isArray(data5) && data5.length == 1){
data5 = data5[0];
dataType5 = typeof data5;
if(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5))){
coerced5 = data5;
}
}
if(!(coerced5 !== undefined)){
if(dataType5 === "boolean" || data5 === null
              || (dataType5 === "string" && data5 && data5 == +data5 && !(data5 % 1))){
coerced5 = +data5;
}
else {
const err7 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(coerced5 !== undefined){
data5 = coerced5;
if(data !== undefined){
data["limit"] = coerced5;
}
}
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 500 || isNaN(data5)){
const err8 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 500},message:"must be <= 500"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err9 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.offset !== undefined){
let data6 = data.offset;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
let dataType6 = typeof data6;
let coerced6 = undefined;
if(dataType6 == 'object' && Array.isArray(data6) && data6.length == 1){
data6 = data6[0];
dataType6 = typeof data6;
if(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6))){
coerced6 = data6;
}
}
if(!(coerced6 !== undefined)){
if(dataType6 === "boolean" || data6 === null
              || (dataType6 === "string" && data6 && data6 == +data6 && !(data6 % 1))){
coerced6 = +data6;
}
else {
const err10 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(coerced6 !== undefined){
data6 = coerced6;
if(data !== undefined){
data["offset"] = coerced6;
}
}
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 9007199254740991 || isNaN(data6)){
const err11 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err12 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}


const answers0 = {"threeBatches":{"batches":[{"id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","terminal_id":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","processor_name":"TSYS","processor_batch_id":"000412","status":"accepted","opened_at":"2026-11-20T06:00:00.000Z","closed_at":"2026-11-20T22:04:05.120Z","transaction_count":6,"captured_amount":23813,"refunded_amount":2999,"batch_metadata":{"closed_by":"schedule"},"response":{"code":"GB","text":"ACCEPTED"}},{"id":"1f7f6d0b-3a86-4c6e-9d6a-8b2c4e0f9a17","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","terminal_id":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","processor_name":"TSYS","processor_batch_id":"000413","status":"open","opened_at":"2026-11-20T22:05:00.000Z","closed_at":null,"transaction_count":0,"captured_amount":0,"refunded_amount":0,"batch_metadata":null,"response":null},{"id":"c2a95e34-70b1-4d2f-8e55-19f4a6b7d803","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","terminal_id":"77d3e0a1-5b9c-4f28-b6e4-0a1c2d3e4f50","processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","processor_name":"TSYS","processor_batch_id":"000098","status":"partially_accepted","opened_at":"2026-11-19T06:00:00.000Z","closed_at":"2026-11-19T22:04:03.871Z","transaction_count":2,"captured_amount":7400,"refunded_amount":0,"batch_metadata":null,"response":{"code":"QD","text":"1 OF 2 REJECTED"}}],"limit":50,"offset":0,"page":1,"total":3},"pastTheEnd":{"batches":[],"limit":50,"offset":50,"page":2,"total":3}};
const answers1 = {"invalid":{"detail":"limit must not be above 500"}};
const answers2 = {"unauthorized":{"detail":"Invalid API key"}};
const answers3 = {"forbidden":{"detail":"This key may not do that"}};
const answers4 = {"notFound":{"detail":"Terminal not found for the given account"}};
const answers5 = {"conflict":{"detail":"Batch is not open"}};
const answers6 = {"listOfFaults":{"detail":[{"loc":["query","limit"],"msg":"Input should be less than or equal to 500","type":"less_than_equal"}]},"text":{"detail":"The amount is above what is left to refund"}};
const answers7 = {"blocked":{"detail":"Merchant is blocked"}};
const answers8 = {"slowDown":{"detail":"Too many requests"}};
const answers9 = {"failed":{"detail":"Internal server error"}};
const answers10 = {"opened":{"id":"1f7f6d0b-3a86-4c6e-9d6a-8b2c4e0f9a17","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","terminal_id":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","processor_name":"TSYS","processor_batch_id":"000413","status":"open","opened_at":"2026-11-20T22:05:00.000Z","closed_at":null,"transaction_count":0,"captured_amount":0,"refunded_amount":0,"batch_metadata":null,"response":null}};
const answers11 = {"withTransactions":{"id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","terminal_id":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","processor_name":"TSYS","processor_batch_id":"000412","status":"accepted","opened_at":"2026-11-20T06:00:00.000Z","closed_at":"2026-11-20T22:04:05.120Z","transaction_count":6,"captured_amount":23813,"refunded_amount":2999,"batch_metadata":{"closed_by":"schedule"},"response":{"code":"GB","text":"ACCEPTED"},"transactions":[{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e01","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B01","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","location_id":"d41c7b26-9e3f-4a85-b7d2-60f1e2d3c4b5","merchant_name":"Corner Books","parent_account_ids":["5b0c2f6e-3f6c-4d0b-9c7e-2a4d1e8f7b10"],"owner_id":null,"apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e01","reader_identifier":"reader-0412","device_id":null,"payment_method":"contactlessIcc","card":"541333******4111","card_brand":"MasterCard","card_type":"MasterCard","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","processor_response_code":"A","processor_response_message":"APPROVAL","gateway":"sierra","gateway_transaction_id":"BG6RJZHK8Q","gateway_transaction_response":{"type":"sale","status":"settled","currency":"USD","approvalCode":"522841","responseCode":"A","responseMessage":"APPROVAL","authorizedAmount":3206,"processorResponseCode":"A"},"created_at":1795162530120,"currency":"USD","subtotal":2500,"tax_amount":206,"tax_rate":8.25,"tip_amount":500,"tip_type":"fixed","surcharge_amount":0,"surcharge_applied":false,"surcharge_rate":0,"total_amount":3206,"refunded":0,"reversed":0,"status":"settled","status_reason":"approved","transaction_type":"sale","additional_details":{},"history":[]},{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e02","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B02","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e02","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****0018","card_brand":"VISA","card_type":"Credit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795165331004,"currency":"USD","subtotal":10000,"tax_amount":825,"tax_rate":8.25,"tip_amount":0,"tip_type":"fixed","surcharge_applied":false,"total_amount":10825,"refunded":1000,"reversed":0,"status":"settled","status_reason":"approved","transaction_type":"sale","history":[]},{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e03","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B03","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e03","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****1006","card_brand":"AMEX","card_type":"Credit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795171625900,"currency":"USD","subtotal":8000,"surcharge_applied":false,"total_amount":8000,"refunded":null,"reversed":1500,"status":"settled","status_reason":"approved","transaction_type":"capture","history":[]},{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e04","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B04","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e04","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****4242","card_brand":"VISA","card_type":"Debit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795177800000,"currency":"USD","subtotal":1999,"surcharge_applied":false,"total_amount":1999,"refunded":1999,"reversed":null,"status":"refunded","status_reason":"approved","transaction_type":"sale","history":[]},{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e05","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B05","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e05","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****0341","card_brand":"VISA","card_type":"Debit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795179945250,"currency":"USD","subtotal":4200,"surcharge_applied":false,"total_amount":4200,"refunded":null,"reversed":null,"status":"declined","status_reason":"insufficient_funds","transaction_type":"sale","history":[]},{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e06","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B06","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e06","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****5454","card_brand":"MasterCard","card_type":"Credit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795191610777,"currency":"USD","subtotal":1136,"tax_amount":110,"tax_rate":10,"tip_amount":0,"tip_type":"fixed","surcharge_amount":37,"surcharge_applied":true,"surcharge_rate":3,"total_amount":1283,"refunded":0,"reversed":0,"status":"settled","status_reason":"approved","transaction_type":"sale","history":[]}]},"headerOnly":{"id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","terminal_id":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","processor_name":"TSYS","processor_batch_id":"000412","status":"accepted","opened_at":"2026-11-20T06:00:00.000Z","closed_at":"2026-11-20T22:04:05.120Z","transaction_count":6,"captured_amount":23813,"refunded_amount":2999,"batch_metadata":{"closed_by":"schedule"},"response":{"code":"GB","text":"ACCEPTED"}}};
const answers12 = {"submitted":{"id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","terminal_id":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","processor_name":"TSYS","processor_batch_id":"000412","status":"submitted","opened_at":"2026-11-20T06:00:00.000Z","closed_at":"2026-11-20T22:04:05.120Z","transaction_count":6,"captured_amount":23813,"refunded_amount":2999,"batch_metadata":{"closed_by":"schedule"},"response":null}};
const answers13 = {"edited":{"id":"1f7f6d0b-3a86-4c6e-9d6a-8b2c4e0f9a17","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","terminal_id":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","processor_name":"TSYS","processor_batch_id":"000413","status":"open","opened_at":"2026-11-20T22:05:00.000Z","closed_at":null,"transaction_count":2,"captured_amount":5150,"refunded_amount":0,"batch_metadata":null,"response":null}};
const answers14 = {"oneEvent":[{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e01","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B01","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","location_id":"d41c7b26-9e3f-4a85-b7d2-60f1e2d3c4b5","merchant_name":"Corner Books","parent_account_ids":["5b0c2f6e-3f6c-4d0b-9c7e-2a4d1e8f7b10"],"owner_id":null,"apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e01","reader_identifier":"reader-0412","device_id":null,"payment_method":"contactlessIcc","card":"541333******4111","card_brand":"MasterCard","card_type":"MasterCard","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","processor_response_code":"A","processor_response_message":"APPROVAL","gateway":"sierra","gateway_transaction_id":"BG6RJZHK8Q","gateway_transaction_response":{"type":"sale","status":"settled","currency":"USD","approvalCode":"522841","responseCode":"A","responseMessage":"APPROVAL","authorizedAmount":3206,"processorResponseCode":"A"},"created_at":1795162530120,"currency":"USD","subtotal":2500,"tax_amount":206,"tax_rate":8.25,"tip_amount":500,"tip_type":"fixed","surcharge_amount":0,"surcharge_applied":false,"surcharge_rate":0,"total_amount":3206,"refunded":0,"reversed":0,"status":"settled","status_reason":"approved","transaction_type":"sale","additional_details":{},"history":[]}],"several":[{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e04","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B04","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e04","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****4242","card_brand":"VISA","card_type":"Debit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795177800000,"currency":"USD","subtotal":1999,"surcharge_applied":false,"total_amount":1999,"refunded":1999,"reversed":null,"status":"refunded","status_reason":"approved","transaction_type":"sale","history":[]},{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e05","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B05","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e05","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****0341","card_brand":"VISA","card_type":"Debit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795179945250,"currency":"USD","subtotal":4200,"surcharge_applied":false,"total_amount":4200,"refunded":null,"reversed":null,"status":"declined","status_reason":"insufficient_funds","transaction_type":"sale","history":[]},{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e06","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B06","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e06","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****5454","card_brand":"MasterCard","card_type":"Credit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795191610777,"currency":"USD","subtotal":1136,"tax_amount":110,"tax_rate":10,"tip_amount":0,"tip_type":"fixed","surcharge_amount":37,"surcharge_applied":true,"surcharge_rate":3,"total_amount":1283,"refunded":0,"reversed":0,"status":"settled","status_reason":"approved","transaction_type":"sale","history":[]}],"none":[]};
const answers15 = {"ofOneBatch":{"transactions":[{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e05","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B05","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e05","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****0341","card_brand":"VISA","card_type":"Debit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795179945250,"currency":"USD","subtotal":4200,"surcharge_applied":false,"total_amount":4200,"refunded":null,"reversed":null,"status":"declined","status_reason":"insufficient_funds","transaction_type":"sale","history":[]},{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e06","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B06","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e06","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****5454","card_brand":"MasterCard","card_type":"Credit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795191610777,"currency":"USD","subtotal":1136,"tax_amount":110,"tax_rate":10,"tip_amount":0,"tip_type":"fixed","surcharge_amount":37,"surcharge_applied":true,"surcharge_rate":3,"total_amount":1283,"refunded":0,"reversed":0,"status":"settled","status_reason":"approved","transaction_type":"sale","history":[]}],"limit":100,"offset":0,"page":1,"total":2},"nothing":{"transactions":[],"limit":100,"offset":0,"page":1,"total":0}};
const answers16 = {"authorized":{"transaction_id":"d7fa08cf-9c29-4629-96ae-921c226c32cf","event_id":"9A1C6E52-0C3D-4E6B-8A1B-7F2D9E0C4B35","batch_id":null,"account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","location_id":null,"merchant_name":"","parent_account_ids":["5b0c2f6e-3f6c-4d0b-9c7e-2a4d1e8f7b10"],"owner_id":null,"apple_transaction_id":"d7fa08cf-9c29-4629-96ae-921c226c32cf","reader_identifier":"reader-0412","device_id":"1f3870be274f6c49b3e31a0c6728957f","payment_method":"contactlessIcc","card":"541333******4111","card_brand":"MasterCard","card_type":"MasterCard","processor":"tsys","processor_mid":"5289003","processor_tid":"5289003","processor_response_code":"A","processor_response_message":"APPROVAL","gateway":"sierra","gateway_transaction_id":"BG6RJZHK8Q","gateway_transaction_response":{"type":"sale","status":"pending","currency":"USD","approvalCode":"522841","responseCode":"A","responseMessage":"APPROVAL","authorizedAmount":545,"processorResponseCode":"A"},"created_at":1753985520000,"currency":"USD","subtotal":0,"tax_amount":0,"tax_rate":0,"tip_amount":0,"tip_type":"percentage","surcharge_amount":0,"surcharge_applied":false,"surcharge_rate":0,"total_amount":545,"refunded":0,"reversed":0,"status":"authorized","status_reason":"approved","transaction_type":"auth","additional_details":{},"history":[]},"partialApproval":{"transaction_id":"4c1d8a90-0f6b-4b3e-9a75-2e5f7a9b1c20","event_id":"B7E2D1C0-4A5F-4E8D-9C6B-3F2A1E0D9C84","batch_id":null,"account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"4c1d8a90-0f6b-4b3e-9a75-2e5f7a9b1c20","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****8210","card_brand":"VISA","card_type":"Debit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","gateway_transaction_response":{"type":"sale","status":"pending","currency":"USD","authorizedAmount":3200},"created_at":1795161492345,"currency":"USD","subtotal":5000,"surcharge_applied":false,"total_amount":5000,"refunded":null,"reversed":null,"status":"captured","status_reason":"partial_approval","transaction_type":"sale","history":[]}};
const answers17 = {"settledElsewhere":{"transaction_id":"d7fa08cf-9c29-4629-96ae-921c226c32cf","event_id":"9A1C6E52-0C3D-4E6B-8A1B-7F2D9E0C4B36","batch_id":null,"account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"d7fa08cf-9c29-4629-96ae-921c226c32cf","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"541333******4111","card_brand":"MasterCard","card_type":"MasterCard","processor_mid":"5289003","processor_tid":"5289003","created_at":1753985520000,"currency":"USD","subtotal":545,"surcharge_applied":false,"total_amount":545,"refunded":200,"reversed":0,"status":"settled","status_reason":"approved","transaction_type":"sale","history":[]}};
const answers18 = {"partial":{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e02","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B02","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e02","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****0018","card_brand":"VISA","card_type":"Credit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795165331004,"currency":"USD","subtotal":10000,"tax_amount":825,"tax_rate":8.25,"tip_amount":0,"tip_type":"fixed","surcharge_applied":false,"total_amount":10825,"refunded":1000,"reversed":0,"status":"settled","status_reason":"approved","transaction_type":"sale","history":[]},"whole":{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e04","event_id":"5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B04","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e04","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****4242","card_brand":"VISA","card_type":"Debit","processor":"tsys","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795177800000,"currency":"USD","subtotal":1999,"surcharge_applied":false,"total_amount":1999,"refunded":1999,"reversed":null,"status":"refunded","status_reason":"approved","transaction_type":"sale","history":[]}};
const answers19 = {"partial":{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e03","event_id":"2C7A9D10-6E35-4F08-B1D4-90A8C7E6F503","batch_id":null,"account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e03","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****1006","card_brand":"AMEX","card_type":"Credit","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795171625900,"currency":"USD","subtotal":8000,"surcharge_applied":false,"total_amount":8000,"refunded":null,"reversed":1500,"status":"authorized","status_reason":"approved","transaction_type":"reverse","history":[]}};
const answers20 = {"fixed":{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e01","event_id":"2C7A9D10-6E35-4F08-B1D4-90A8C7E6F505","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e01","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"541333******4111","card_brand":"MasterCard","card_type":"MasterCard","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795162530120,"currency":"USD","subtotal":2500,"tax_amount":206,"tax_rate":8.25,"tip_amount":500,"tip_type":"fixed","surcharge_amount":0,"surcharge_applied":false,"surcharge_rate":0,"total_amount":3206,"refunded":0,"reversed":0,"status":"captured","status_reason":"approved","transaction_type":"tip_adjust","history":[]}};
const answers21 = {"accepted":{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e06","event_id":"2C7A9D10-6E35-4F08-B1D4-90A8C7E6F507","batch_id":"6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e06","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****5454","card_brand":"MasterCard","card_type":"Credit","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795191610777,"currency":"USD","subtotal":1136,"tax_amount":110,"tax_rate":10,"tip_amount":0,"tip_type":"fixed","surcharge_amount":37,"surcharge_applied":true,"surcharge_rate":3,"total_amount":1283,"refunded":0,"reversed":0,"status":"captured","status_reason":"approved","transaction_type":"sale","history":[]}};
const answers22 = {"usedBefore":{"detail":"This event_id was used before"},"missing":{"detail":"confirm is required"}};
const answers23 = {"captured":{"transaction_id":"d7fa08cf-9c29-4629-96ae-921c226c32cf","event_id":"2C7A9D10-6E35-4F08-B1D4-90A8C7E6F50A","batch_id":null,"account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"d7fa08cf-9c29-4629-96ae-921c226c32cf","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"541333******4111","card_brand":"MasterCard","card_type":"MasterCard","processor_mid":"5289003","processor_tid":"5289003","created_at":1753985520000,"currency":"USD","subtotal":0,"tip_amount":0,"tip_type":"percentage","surcharge_applied":false,"total_amount":545,"refunded":0,"reversed":0,"status":"captured","status_reason":"approved","transaction_type":"capture","history":[]}};
const answers24 = {"captured":{"detail":"The transaction is captured already"}};
const answers25 = {"raised":{"transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e03","event_id":"2C7A9D10-6E35-4F08-B1D4-90A8C7E6F50C","batch_id":null,"account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","mid":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","tid":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","apple_transaction_id":"0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e03","reader_identifier":"reader-0412","payment_method":"contactlessIcc","card":"****1006","card_brand":"AMEX","card_type":"Credit","processor_mid":"886000001130","processor_tid":"00000001","created_at":1795171625900,"currency":"USD","subtotal":8000,"surcharge_applied":false,"total_amount":8000,"refunded":null,"reversed":null,"status":"authorized","status_reason":"approved","transaction_type":"incremental_auth","history":[]}};
const answers26 = {"merchant":{"id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","name":"Corner Books","description":"Bookshop on Main Street","type":"merchant","status":"active","address":{"street_line1":"12 Main Street","street_line2":"","city":"Springfield","state":"IL","zip":"62701"},"available_processor_configs":["9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5"],"parent_account_ids":["5b0c2f6e-3f6c-4d0b-9c7e-2a4d1e8f7b10"],"has_access_to_mms":true,"has_access_to_apple_config":false,"organization_id":null,"mcc":"5942","tax_id":null,"surcharge_rate":3,"created_at":"2026-01-12T15:04:05.123Z","updated_at":null,"deleted_at":null}};
const answers27 = {"withoutSecrets":[{"id":"0d9c8b7a-6f5e-4d3c-9b2a-190f8e7d6c5b","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","key":null,"name":"Nightly report","status":"active","created_at":"2026-01-12T15:04:05.123Z","expires_at":"2027-01-12T15:04:05.123Z"}]};
const answers28 = {"shop":{"id":"d41c7b26-9e3f-4a85-b7d2-60f1e2d3c4b5","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","name":"Main Street","address":{"street_line1":"12 Main Street","street_line2":"","city":"Springfield","state":"IL","zip":"62701"},"country_code":"840","currency":"USD","email":"shop@example.com","phone":"+12175550100","metadata":{"floor":"ground"},"processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","status":"active","surcharge_rate":3,"terminal_id":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","created_at":"2026-01-12T15:10:00.000Z","updated_at":null,"deleted_at":null}};
const answers29 = {"renamed":{"id":"d41c7b26-9e3f-4a85-b7d2-60f1e2d3c4b5","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","name":"Main Street and 3rd","address":{"street_line1":"12 Main Street","street_line2":"","city":"Springfield","state":"IL","zip":"62701"},"country_code":"840","currency":"USD","email":"shop@example.com","phone":"+12175550100","metadata":{"floor":"ground"},"processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","status":"active","surcharge_rate":null,"terminal_id":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","created_at":"2026-01-12T15:10:00.000Z","updated_at":"2026-03-02T09:00:00.000Z","deleted_at":null}};
const answers30 = {"twoTerminals":{"terminals":[{"terminal_id":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","name":"Counter 1","description":"By the door","status":"active","mid":"886000001130","tid":"00000001","vid":null,"bin":null,"agent_bank_number":null,"serial_number":null,"merchant_name":"Corner Books","merchant_category_code":"5942","country_code":"840","currency_code":"USD","terminal_capability":"5","surcharge_rate":3,"var_sheet":null,"transactions":[],"metadata":null,"location_id":"d41c7b26-9e3f-4a85-b7d2-60f1e2d3c4b5","created_at":"2026-01-12T15:20:00.000Z","updated_at":null,"deleted_at":null},{"terminal_id":"77d3e0a1-5b9c-4f28-b6e4-0a1c2d3e4f50","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","name":"Counter 2","status":"active","mid":"886000001130","tid":"00000002","country_code":"840","currency_code":"840","created_at":"2026-01-12T15:21:00.000Z"}],"limit":50,"offset":0,"page":1,"total":2}};
const answers31 = {"terminal":{"terminal_id":"3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44","account_id":"ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21","processor_config_id":"9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5","name":"Counter 1","description":"By the door","status":"active","mid":"886000001130","tid":"00000001","country_code":"840","currency_code":"USD","terminal_capability":"5","surcharge_rate":3,"transactions":[],"metadata":null,"location_id":"d41c7b26-9e3f-4a85-b7d2-60f1e2d3c4b5","created_at":"2026-01-12T15:20:00.000Z","updated_at":null,"deleted_at":null}};
const answers32 = {"merchant":{"detail":"Merchants may not create terminals"}};
const answers33 = {"noEntries":{"detail":"An active schedule needs at least one entry"},"unsupported":{"detail":"This processor has no batch schedules"}};

export const examples = {
  listBatches: { 200: answers0, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  openBatch: { 200: answers10, 201: answers10, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  getBatch: { 200: answers11, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  closeBatch: { 200: answers12, 202: answers12, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  editBatch: { 200: answers13, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  listTransactions: { 200: answers14, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  searchTransactions: { 200: answers15, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  getTransaction: { 200: answers16, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  editTransaction: { 200: answers17, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  refundPayment: { 200: answers18, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  reversePayment: { 200: answers19, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  adjustPayment: { 200: answers20, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  confirmPayment: { 200: answers21, 400: answers22, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  capturePayment: { 200: answers23, 400: answers24, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  authorizeIncrement: { 200: answers25, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  getAccount: { 200: answers26, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  createAccount: { 200: answers26, 201: answers26, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  listApiKeys: { 200: answers27, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  createLocation: { 200: answers28, 201: answers28, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  updateLocation: { 200: answers29, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  listTerminals: { 200: answers30, 400: answers1, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  createTerminal: { 200: answers31, 201: answers31, 400: answers1, 401: answers2, 403: answers32, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
  updateTerminal: { 200: answers31, 400: answers33, 401: answers2, 403: answers3, 404: answers4, 409: answers5, 422: answers6, 423: answers7, 429: answers8, 500: answers9 },
};

export const queries = {
  listBatches: listBatchesQuery,
  openBatch: openBatchQuery,
  getBatch: getBatchQuery,
  closeBatch: closeBatchQuery,
  editBatch: editBatchQuery,
  listTransactions: listTransactionsQuery,
  searchTransactions: searchTransactionsQuery,
  getTransaction: getTransactionQuery,
  editTransaction: editTransactionQuery,
  refundPayment: refundPaymentQuery,
  reversePayment: reversePaymentQuery,
  adjustPayment: adjustPaymentQuery,
  confirmPayment: confirmPaymentQuery,
  capturePayment: capturePaymentQuery,
  authorizeIncrement: authorizeIncrementQuery,
  getAccount: getAccountQuery,
  createAccount: createAccountQuery,
  listApiKeys: listApiKeysQuery,
  createLocation: createLocationQuery,
  updateLocation: updateLocationQuery,
  listTerminals: listTerminalsQuery,
  createTerminal: createTerminalQuery,
  updateTerminal: updateTerminalQuery,
};
